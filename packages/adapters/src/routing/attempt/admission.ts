import { type CallOutcome, LMRateLimitError, type Permit } from '@ockham/core'
import type { BreakerOptions } from '../breaker/breaker-options.ts'
import { accountBreakerOf, accountBreakerOptions } from '../health/accounts.ts'
import type { Asked } from '../health/record-outcome.ts'
import type { Route } from '../route/route.ts'

/** The right to ask a route once: a place at its governors and a pass of its circuits. */
export interface Admission extends Asked {
  release(outcome: CallOutcome): void
}

/** How to stand in line. */
export interface Patience {
  readonly tokens: number
  /** Milliseconds to wait in all lines at most; each has a limit of its own too. */
  readonly maxWaitMs: number
  readonly signal: AbortSignal | undefined
  readonly breaker: Required<BreakerOptions>
}

/**
 * Waits for a place at a route. Undefined when a circuit opened meanwhile. Throws `LMRateLimitError` when
 * its limits forbid to wait, `AbortError` when the signal fires.
 */
export async function admit(route: Route, patience: Patience): Promise<Admission | undefined> {
  const permits: Permit[] = []
  const release = (outcome: CallOutcome): void => {
    for (const permit of permits) permit.release(outcome)
  }
  try {
    const { tokens, signal, maxWaitMs } = patience
    const { governor, deployment } = route
    const ownMs = Math.min(maxWaitMs, route.maxWaitMs)
    const since = performance.now()
    if (governor) permits.push(await governor.admit(tokens, signal, ownMs))
    const leftMs = Math.max(0, maxWaitMs - (performance.now() - since))
    permits.push(await deployment.governor.admit(tokens, signal, leftMs))
  } catch (error) {
    release({})
    throw error
  }
  const asked = enter(route, patience.breaker)
  if (!asked) release({})
  return asked && { ...asked, release }
}

/** As `admit`, for a route that must be free at once. */
export async function admitNow(route: Route, patience: Patience): Promise<Admission | undefined> {
  try {
    return await admit(route, { ...patience, maxWaitMs: 0 })
  } catch (error) {
    if (LMRateLimitError.is(error)) return undefined
    throw error
  }
}

/** The passes of the circuits of a route; undefined while one of them is open. */
function enter(route: Route, breaker: Required<BreakerOptions>): Asked | undefined {
  const account = accountBreakerOf(route.lm)
  const accountPass = account?.enter(accountBreakerOptions)
  if (account && !accountPass) return undefined
  const pass = route.deployment.breaker.enter(breaker)
  if (pass) return { route, pass, accountPass }
  accountPass?.left()
  return undefined
}
