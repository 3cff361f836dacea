import type { UsageSummary } from '@ockham/core'
import type { CompileBudget } from '@ockham/optimizers'

/** A call on every row may have to be repeated, so a first trial can surprise by this factor. */
const caution = 1.25

/** What trials of about the same size have spent of a budget. */
export class TrialSpend {
  private readonly budget: CompileBudget
  private calls = 0
  private usd = 0
  private dearest = { calls: 0, usd: 0 }

  constructor(budget: CompileBudget) {
    this.budget = budget
  }

  /** Whether the dearest trial so far, and a little more, could be paid once more. */
  coversAnother(): boolean {
    const { calls = Number.POSITIVE_INFINITY, usd = Number.POSITIVE_INFINITY } = this.budget
    if (calls === Number.POSITIVE_INFINITY && usd === Number.POSITIVE_INFINITY) return false
    return (
      this.calls + caution * this.dearest.calls <= calls &&
      this.usd + caution * this.dearest.usd <= usd
    )
  }

  add({ calls, cachedCalls, costUSD }: UsageSummary): void {
    const made = calls - cachedCalls
    this.calls += made
    this.usd += costUSD
    this.dearest = {
      calls: Math.max(this.dearest.calls, made),
      usd: Math.max(this.dearest.usd, costUSD),
    }
  }
}
