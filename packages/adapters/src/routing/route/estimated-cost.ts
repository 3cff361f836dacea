import type { RequestFacts } from '../rules/request-facts.ts'
import type { Route } from './route.ts'

const perMillion = 1_000_000

/** About what a request costs on a route, in US dollars; null when the price is not known. */
export function estimatedCost({ local, price, lm }: Route, facts: RequestFacts): number | null {
  const { inputTokens, outputTokens, request } = facts
  if (price) {
    return (
      (inputTokens * price.inputPerMillion + outputTokens * price.outputPerMillion) / perMillion
    )
  }
  if (local && !lm.maxCostUSD) return 0
  // A bound needs an end of the reply; all routes are given the same one.
  const config = { ...request.config, maxTokens: outputTokens }
  return lm.maxCostUSD?.({ ...request, config }) ?? null
}
