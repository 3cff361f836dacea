import type { CallRecord } from './call-record.ts'
import { DollarSum } from './dollar-sum.ts'

/** What some work used. */
export interface Spend {
  /** LM calls that no cache answered. */
  readonly calls: number
  /** US dollars, of the calls whose price is known. */
  readonly usd: number
}

/** What calls used; a reply that the run knew counts as if it were paid: which of two evaluations pays is a matter of time. */
export function spendOf(calls: readonly CallRecord[]): Spend {
  const dollars = new DollarSum()
  for (const { costUSD, bound, savedUSD } of calls) {
    dollars.add(costUSD ?? bound ?? 0)
    dollars.add(savedUSD ?? 0)
  }
  const paid = calls.filter(({ cached, savedUSD }) => !cached || savedUSD !== undefined)
  return { calls: paid.length, usd: dollars.usd }
}
