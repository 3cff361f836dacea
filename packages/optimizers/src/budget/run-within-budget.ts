import { runConcurrently } from '@ockham/core'
import type { BudgetLedger } from './budget-ledger.ts'
import type { Spend } from './spend.ts'

/** Tasks that use LM calls. */
export interface BudgetedRun {
  readonly count: number
  readonly concurrency: number
  readonly ledger: BudgetLedger
  /** What the dearest task so far has used; undefined before the first. */
  dearest(): Spend | undefined
  task(index: number): Promise<void>
}

/**
 * Runs task 0 … count - 1 until the budget is used up: together while it surely suffices, and then one by
 * one, so that how far it reaches does not depend on timing.
 */
export async function runWithinBudget(run: BudgetedRun): Promise<void> {
  const { count, concurrency, ledger, task } = run
  let done = 0
  while (done < count && ledger.refusal === undefined) {
    const first = done
    const together = ledger.covers(count - first, run.dearest()) ? count - first : 1
    await runConcurrently(together, concurrency, async (index) => {
      if (ledger.refusal === undefined) await task(first + index)
    })
    done += together
  }
}
