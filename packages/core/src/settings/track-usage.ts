import { currentScope, inScope } from './scope.ts'
import { UsageLedger } from './usage-ledger.ts'
import type { UsageSummary } from './usage-summary.ts'

/** Runs a function and sums up every LM call it makes, also those made concurrently or in streams. */
export async function trackUsage<Result>(
  run: () => Result,
): Promise<{ result: Awaited<Result>; usage: UsageSummary }> {
  const ledger = new UsageLedger(currentScope().ledger)
  const result = await inScope({ ledger }, run)
  return { result, usage: ledger.summary() }
}
