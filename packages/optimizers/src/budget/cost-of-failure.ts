import { LMError } from '@ockham/core'
import { providerMayBill } from './provider-may-bill.ts'

/** US dollars of a call that failed: what it is known to have cost, or all it can cost where a provider may bill it. */
export function costOfFailure(error: unknown, bound: number): number {
  const known = LMError.is(error) ? (error.costUSD ?? 0) : 0
  // Of several attempts some may be known and the last not; the bound is for all of them.
  return providerMayBill(error) ? Math.max(known, bound) : known
}
