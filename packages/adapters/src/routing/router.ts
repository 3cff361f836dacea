import type { LM, LMPlan, LMRequest } from '@ockham/core'
import { generateByRoutes } from './attempt/generate-by-routes.ts'
import { RequestRun } from './attempt/request-run.ts'
import { streamByRoutes } from './attempt/stream-by-routes.ts'
import { cachedRouter } from './cached-router.ts'
import { type CheckHealthOptions, checkHealth } from './health/check-health.ts'
import { healthOf } from './health/health-of.ts'
import type { RouteHealth } from './health/route-health.ts'
import { routeMaySee } from './policy/route-may-see.ts'
import { resolveRouterOptions } from './resolve-router-options.ts'
import { fingerprintOf } from './route/fingerprint-of.ts'
import { sharedCapabilities } from './route/shared-capabilities.ts'
import type { RouterOptions } from './router-options.ts'
import type { RouterSettings } from './router-settings.ts'

/** An LM that asks the best of several, and the next when one fails. */
export interface Router extends LM {
  /** How a request would be served: whom it may go to, in which order, and why; asks nobody. */
  plan(request: LMRequest): LMPlan
  /** How each model is doing, from what its calls have shown; asks nobody. */
  health(): RouteHealth[]
  /** As `health`, but asks one word of those that were not heard within the last minute. Throws `AbortError`. */
  checkHealth(options?: CheckHealthOptions): Promise<RouteHealth[]>
}

/**
 * Chooses an LM for each request, and another when it fails: refuses those that may not serve it, ranks the
 * others, and spends attempts, time and money within one allowance. `response.plan` tells how it went.
 *
 * Throws `OptionError` or `LMConfigurationError`. Its calls throw `AllRoutesFailedError` with every cause,
 * `ContentFilterError`, what all routes say of the request (`LMInvalidRequestError`,
 * `ContextWindowExceededError`, `BudgetExceededError`), or `AbortError`.
 */
export function router(options: RouterOptions): Router {
  const settings = resolveRouterOptions(options)
  const { routes, strategyName, retryBudget } = settings
  const begin = (request: LMRequest): RequestRun => {
    retryBudget.earn()
    return new RequestRun(settings, request)
  }
  const plan = (request: LMRequest): LMPlan => new RequestRun(settings, request).plan()
  const lm: LM = {
    model: `router/${strategyName}`,
    local: routes.every((route) => route.local),
    capabilities: sharedCapabilities(routes),
    generate: async (request) => generateByRoutes(begin(request)),
    stream: (request) => streamByRoutes(() => begin(request)),
    maySee: (request) => settings.routes.some((route) => routeMaySee(route, request)),
    maxCostUSD: (request) => boundOf(settings, request),
    fingerprint: (request) => fingerprintOf(settings, request),
  }
  return {
    ...lm,
    ...(options.cache && cachedRouter(lm, options.cache, plan)),
    plan,
    health: () => routes.map(healthOf),
    checkHealth: (how) => checkHealth(routes, settings.breaker, how),
  }
}

/** Each call can be billed, at the dearest route; null when one route's bound is not known. */
function boundOf(
  { routes, attempts, maxCostUSD }: RouterSettings,
  request: LMRequest,
): number | null {
  const bounds = routes.map(({ lm }) => lm.maxCostUSD?.(request) ?? null)
  const known = bounds.filter((bound) => bound !== null)
  if (known.length === bounds.length) return Math.min(maxCostUSD, attempts * Math.max(...known))
  return maxCostUSD === Number.POSITIVE_INFINITY ? null : maxCostUSD
}
