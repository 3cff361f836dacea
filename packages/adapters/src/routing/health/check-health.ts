import { AbortError, OckhamError, OptionError } from '@ockham/core'
import { configurationProblem } from '../../vendor/configuration-problem.ts'
import { routeFailure } from '../attempt/route-failure.ts'
import type { BreakerOptions } from '../breaker/breaker-options.ts'
import { errorCode } from '../plan/error-code.ts'
import type { Route } from '../route/route.ts'
import { healthOf } from './health-of.ts'
import type { RouteHealth } from './route-health.ts'
import { sharedProbe } from './shared-probe.ts'

/** How `checkHealth` finds out. */
export interface CheckHealthOptions {
  /** Milliseconds for an answer to a probe. Default 10 000. */
  timeoutMs?: number
  signal?: AbortSignal
}

const defaults = { timeoutMs: 10_000 }

/**
 * How each route is doing. A route that answered within the last minute is not asked; the others are asked
 * one word, all at once, and what comes of it opens or closes their circuits. Throws `OptionError`, `AbortError`.
 */
export async function checkHealth(
  routes: readonly Route[],
  breaker: Required<BreakerOptions>,
  { timeoutMs = defaults.timeoutMs, signal }: CheckHealthOptions = {},
): Promise<RouteHealth[]> {
  if (!(timeoutMs > 0)) throw new OptionError('timeoutMs', 'must be milliseconds above 0.')
  if (signal?.aborted) throw new AbortError(signal.reason)
  return Promise.all(
    routes.map(async (route) => {
      if (!isWorthAsking(route)) return healthOf(route)
      const error = await sharedProbe(route, { timeoutMs, breaker }, signal)
      return error === undefined ? healthOf(route) : unwell(route, error)
    }),
  )
}

/** Not one that is well, nor one that asked to be left alone, nor one that has no key. */
function isWorthAsking(route: Route): boolean {
  if (configurationProblem(route.origin) || route.deployment.governor.waitMs(1) > 0) return false
  return healthOf(route).state !== 'healthy'
}

function unwell(route: Route, error: unknown): RouteHealth {
  // A foreign message can hold a URL with a key.
  const why = OckhamError.is(error) ? error.message : errorCode(error)
  const state = routeFailure(error) === 'rate-limited' ? 'degraded' : 'down'
  return { ...healthOf(route), state, reason: `A probe failed: ${why}` }
}
