import { estimateCostUSD } from '../../catalog/estimate-cost-usd.ts'
import type { RequestFacts } from '../rules/request-facts.ts'
import type { Route } from './route.ts'

const perMillion = 1_000_000

/** About what a request costs on a route, in US dollars; null when the price is not known. */
export function estimatedCost(route: Route, facts: RequestFacts): number | null {
  const { local, price, lm } = route
  const { inputTokens, outputTokens, request } = facts
  if (price) {
    return (inputTokens * price.input + outputTokens * price.output) / perMillion
  }
  const listed = estimateCostUSD(route.model, { inputTokens, outputTokens })
  if (listed !== null) return listed
  // A bound needs an end of the reply; all routes are given the same one.
  const config = { ...request.config, maxTokens: outputTokens }
  return lm.maxCostUSD?.({ ...request, config }) ?? (local ? 0 : null)
}
