import { estimatedCost } from '../route/estimated-cost.ts'
import { expectedLatency } from '../route/expected-latency.ts'
import type { Route } from '../route/route.ts'
import type { RequestFacts } from '../rules/request-facts.ts'
import type { RouteFeatures } from './route-features.ts'

/** What a wait for a turn of this long takes off half the capacity. */
const halfWaitMs = 1000

/** The features of a route for one request; what takes work is worked out when it is asked for. */
export function featuresOf(route: Route, facts: RequestFacts): RouteFeatures {
  const { vitals } = route.deployment
  let costUSD: number | null | undefined
  return {
    model: route.model,
    local: route.local,
    get costUSD() {
      if (costUSD === undefined) costUSD = estimatedCost(route, facts)
      return costUSD
    },
    get latencyMs() {
      return expectedLatency(route, facts.outputTokens)
    },
    firstTokenMs: vitals.firstTokenMs ?? null,
    successRate: vitals.successRate,
    quality: route.quality ?? null,
    freeCapacity: halfWaitMs / (halfWaitMs + waitMs(route, facts)),
    get fit() {
      return fitOf(route, facts)
    },
  }
}

function waitMs({ governor, deployment }: Route, { totalTokens }: RequestFacts): number {
  return Math.max(deployment.governor.waitMs(totalTokens), governor?.waitMs(totalTokens) ?? 0)
}

function fitOf({ capabilities }: Route, { needs }: RequestFacts): number {
  if (needs.length === 0) return 1
  return needs.filter((need) => capabilities[need] === true).length / needs.length
}
