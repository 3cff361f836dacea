import type { UsageTotals } from './usage-summary.ts'

/** US dollars of some work; null when the price of any of its calls is not known. */
export function knownCost({ costUSD, unpricedCalls }: UsageTotals): number | null {
  return unpricedCalls > 0 ? null : costUSD
}
