import { accountBreakerOf } from '../health/accounts.ts'
import type { Route } from '../route/route.ts'

/** When a route can take a call. */
export interface Readiness {
  /** Milliseconds; 0 for now. */
  readonly waitMs: number
  /** What it waits for longest. `rate`: its governor, in whose queue one can stand. */
  readonly for: 'nothing' | 'circuit' | 'account' | 'rate'
}

/** Looks at the circuits and limits of a route; asks nobody. */
export function readinessOf({ lm, deployment, governor }: Route, tokens: number): Readiness {
  const accountMs = accountBreakerOf(lm)?.waitMs ?? 0
  if (accountMs > 0) return { waitMs: accountMs, for: 'account' }
  const circuitMs = deployment.breaker.waitMs
  const rateMs = Math.max(deployment.governor.waitMs(tokens), governor?.waitMs(tokens) ?? 0)
  if (circuitMs > 0) return { waitMs: Math.max(circuitMs, rateMs), for: 'circuit' }
  return rateMs > 0 ? { waitMs: rateMs, for: 'rate' } : { waitMs: 0, for: 'nothing' }
}
