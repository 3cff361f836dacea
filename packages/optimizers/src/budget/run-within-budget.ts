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
 * Runs task 0 … count - 1 until the budget is used up: as many together as it surely pays for, and one by
 * one in the end, so that how far it reaches does not depend on timing.
 */
export async function runWithinBudget(run: BudgetedRun): Promise<void> {
  const { count, concurrency, ledger, task } = run
  let done = 0
  while (done < count && ledger.refusal === undefined) {
    const first = done
    const together = Math.min(count - first, Math.max(1, ledger.affordable(run.dearest())))
    await runConcurrently(together, concurrency, async (index) => {
      if (ledger.refusal === undefined) await task(first + index)
    })
    done += together
  }
}
