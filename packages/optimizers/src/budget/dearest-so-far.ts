import type { CallRecord } from './call-record.ts'
import { DollarSum } from './dollar-sum.ts'
import type { Spend } from './spend.ts'

/** What the dearest task has used, now that one more has made these calls. */
export function dearestSoFar(before: Spend | undefined, calls: readonly CallRecord[]): Spend {
  const dollars = new DollarSum()
  for (const { costUSD, bound } of calls) dollars.add(costUSD ?? bound ?? 0)
  return {
    calls: Math.max(before?.calls ?? 0, calls.filter(({ cached }) => !cached).length),
    usd: Math.max(before?.usd ?? 0, dollars.usd),
  }
}
