import { accountBreakerOf } from '../health/accounts.ts'
import type { Route } from '../route/route.ts'

/** When a route can take a call. */
export interface Readiness {
  /** Milliseconds; 0 for now. */
  readonly waitMs: number
  /**
   * What it waits for longest. `shut`: it was refused for good, so nobody should wait. `circuit`: it failed
   * too often. `rate`: its governor, in whose line one can stand.
   */
  readonly for: 'nothing' | 'shut' | 'circuit' | 'rate'
}

/** Looks at the circuits and limits of a route; asks nobody. */
export function readinessOf({ lm, deployment, governor }: Route, tokens: number): Readiness {
  const { breaker } = deployment
  const account = accountBreakerOf(lm)
  const circuitMs = Math.max(breaker.waitMs, account?.waitMs ?? 0)
  if (account?.isShut || breaker.isShut) return { waitMs: circuitMs, for: 'shut' }
  const rateMs = Math.max(deployment.governor.waitMs(tokens), governor?.waitMs(tokens) ?? 0)
  if (circuitMs > 0) return { waitMs: Math.max(circuitMs, rateMs), for: 'circuit' }
  return rateMs > 0 ? { waitMs: rateMs, for: 'rate' } : { waitMs: 0, for: 'nothing' }
}
