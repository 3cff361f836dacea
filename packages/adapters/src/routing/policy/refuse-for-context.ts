import type { Route } from '../route/route.ts'
import type { RequestFacts } from '../rules/request-facts.ts'
import type { Refusal } from './refusal.ts'

/** The estimate of tokens can be so much too high; a close case is left to the model. */
const slack = 0.8
/** This fits any model, so nobody needs to be asked. */
const alwaysFits = 2_000

/** Refuses a route whose window is surely too small for request and reply. */
export function refuseForContext(route: Route, facts: RequestFacts): Refusal | undefined {
  const asked = facts.request.config?.maxTokens ?? 0
  if (facts.inputTokens + asked <= alwaysFits && route.told.contextTokens === undefined) {
    return undefined
  }
  const { contextTokens } = route.capabilities
  if (contextTokens === undefined) return undefined
  const reply = Math.min(asked, route.capabilities.maxOutputTokens ?? asked)
  if (facts.inputTokens * slack + reply <= contextTokens) return undefined
  const reason = `About ${facts.inputTokens} tokens and a reply of ${reply} do not fit its ${contextTokens}.`
  return { why: 'context', reason }
}
