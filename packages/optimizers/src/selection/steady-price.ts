import type { CallRecord } from '../budget/call-record.ts'
import type { Evaluation } from '../run/evaluation.ts'

/**
 * US dollars that an example will cost in use: what it costs without the memory of this run, and with the provider's
 * prompt cache warm where that is seen to give parts of the prompts. Null when no price is known.
 */
export function steadyPrice(rows: readonly Evaluation[]): number | null {
  // What came before the first warm row paid for filling the cache, as one call in thousands will.
  const firstWarm = rows.findIndex(({ calls }) => calls.some(({ warm }) => warm === true))
  const costs = rows.slice(Math.max(0, firstWarm)).flatMap((row) => costOf(row) ?? [])
  return costs.length === 0 ? null : costs.reduce((sum, cost) => sum + cost, 0) / costs.length
}

/** What a row would cost without a run's memory; undefined where another cache answered, a call failed, or a price is not known. */
export function costOf({ calls }: Evaluation): number | undefined {
  if (calls.length === 0) return undefined
  const costs = calls.map(priceOf)
  return costs.reduce<number | undefined>(
    (sum, cost) => (sum === undefined || cost === undefined ? undefined : sum + cost),
    0,
  )
}

/** What a call would cost without a run's memory; undefined where that is not known. */
export function priceOf({ cached, costUSD, savedUSD, failed }: CallRecord): number | undefined {
  if (failed === true || (cached && savedUSD === undefined)) return undefined
  return (savedUSD === undefined ? costUSD : savedUSD) ?? undefined
}
