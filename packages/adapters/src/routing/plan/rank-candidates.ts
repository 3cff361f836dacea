import type { Refusal } from '../policy/refusal.ts'
import { refusalOf } from '../policy/refusal-of.ts'
import type { Route } from '../route/route.ts'
import type { RouterSettings } from '../router-settings.ts'
import type { RequestFacts } from '../rules/request-facts.ts'
import { featuresOf } from '../strategy/features-of.ts'
import { type Preference, preferenceFor } from '../strategy/preference.ts'
import type { Candidate } from './candidate.ts'

/** All routes of a router, those that may serve the request first, in the order in which to ask them. */
export function rankCandidates(
  settings: RouterSettings,
  facts: RequestFacts,
  remainingUSD: number,
): Candidate[] {
  const preference = preferenceFor(facts, settings.rules, settings.tasks)
  const refused: Candidate[] = []
  const allowed: Route[] = []
  for (const route of settings.routes) {
    const refusal = ruledOut(route, preference) ?? refusalOf(route, facts, remainingUSD)
    if (refusal) refused.push({ route, refusal })
    else allowed.push(route)
  }
  const features = allowed.map((route) => featuresOf(route, facts))
  const ranked = allowed.map((route, index) => {
    const own = features[index]
    const score = own ? settings.strategy(own, features) : 0
    // A score that is no number must not shuffle the others.
    return { route, score: Number.isNaN(score) ? 0 : score, place: placeOf(route, preference) }
  })
  // The sort keeps the order of equals.
  ranked.sort((a, b) => a.place - b.place || b.score - a.score)
  return [...ranked.map(({ route, score }) => ({ route, score })), ...refused]
}

function placeOf({ names }: Route, { first }: Preference): number {
  const place = first.findIndex((name) => names.includes(name))
  return place < 0 ? first.length : place
}

function ruledOut({ names }: Route, { only }: Preference): Refusal | undefined {
  const rule = only.find(({ models }) => !models.some((model) => names.includes(model)))
  return rule && { why: 'rule', reason: `The rule "${rule.rule}" leaves only other models.` }
}
