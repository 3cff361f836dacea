import type { LM } from '@ockham/core'
import { Breaker } from '../breaker/breaker.ts'
import type { BreakerOptions } from '../breaker/breaker-options.ts'
import { resolveBreakerOptions } from '../breaker/breaker-options.ts'

/** A key that was refused, or an account without credit, is seldom mended within seconds. */
export const accountBreakerOptions: Required<BreakerOptions> = resolveBreakerOptions({
  failures: 1,
  openMs: 30_000,
  maxOpenMs: 600_000,
})

/** Programs with a key for each user must not gather the circuits of all that ever failed. */
const mostAccounts = 1000

/** The circuits of accounts that are shut, by name. */
const shut = new Map<string, Breaker>()

/** The circuit of an LM's account, if its credentials or its credit were refused of late. */
export function accountBreakerOf(lm: LM): Breaker | undefined {
  // The name may have to be worked out from the key, so it is asked for only when it matters.
  if (shut.size === 0) return undefined
  const { account } = lm
  const breaker = account === undefined ? undefined : shut.get(account)
  if (account === undefined || breaker?.state !== 'closed') return breaker
  shut.delete(account)
  return undefined
}

/** Shuts the account of an LM; false when the LM does not name one. */
export function shutAccount({ account }: LM): boolean {
  if (account === undefined) return false
  if (shut.has(account)) return true
  const breaker = new Breaker()
  breaker.shut(accountBreakerOptions.openMs)
  const [oldest] = shut.keys()
  if (shut.size >= mostAccounts && oldest !== undefined) shut.delete(oldest)
  shut.set(account, breaker)
  return true
}
