import { estimatedCost } from '../route/estimated-cost.ts'
import type { Route } from '../route/route.ts'
import type { RequestFacts } from '../rules/request-facts.ts'
import type { Refusal } from './refusal.ts'

/** Refuses a route that could cost more than is left, and one of which nobody knows what it costs. */
export function refuseForBudget(
  route: Route,
  facts: RequestFacts,
  remainingUSD: number,
): Refusal | undefined {
  if (remainingUSD === Number.POSITIVE_INFINITY) return undefined
  const costUSD = route.lm.maxCostUSD?.(facts.request) ?? estimatedCost(route, facts)
  if (costUSD === null) {
    return {
      why: 'budget',
      reason: 'Its price is not known, so it cannot be kept within a budget.',
    }
  }
  if (costUSD <= remainingUSD) return undefined
  const reason = `It could cost $${costUSD.toPrecision(2)}, and $${Math.max(0, remainingUSD).toPrecision(2)} is left.`
  return { why: 'budget', reason }
}
