import type { CallRecord } from './call-record.ts'
import { DollarSum } from './dollar-sum.ts'
import type { Spend } from './spend.ts'

/** What the dearest task has used, now that one more has made these calls. */
export function dearestSoFar(before: Spend | undefined, calls: readonly CallRecord[]): Spend {
  const dollars = new DollarSum()
  // A reply that the run knew counts as if it were paid: which of two evaluations pays is a matter of time.
  const isPaid = ({ cached, savedUSD }: CallRecord): boolean => !cached || savedUSD !== undefined
  for (const { costUSD, bound, savedUSD = 0 } of calls) {
    dollars.add(costUSD ?? bound ?? 0)
    dollars.add(savedUSD ?? 0)
  }
  return {
    calls: Math.max(before?.calls ?? 0, calls.filter(isPaid).length),
    usd: Math.max(before?.usd ?? 0, dollars.usd),
  }
}
