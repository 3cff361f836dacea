import { type CompileBudget, resolveBudget } from '../budget/compile-budget.ts'
import type { Pace } from '../progress/compile-progress.ts'
import { largestShare, shareOf } from '../progress/largest-share.ts'
import type { Journal } from '../run/journal.ts'
import type { StepSpend } from './better-together-options.ts'

/** One budget for stages that come one after the other, each of which is told what it may use. */
export class SharedBudget {
  private readonly limits: Required<CompileBudget>
  private readonly journal: Journal
  private readonly spends: StepSpend[] = []
  private readonly startedAt = performance.now()
  private secondsBefore = 0

  /** Throws `OptionError` for a limit that is not above 0. */
  constructor(budget: CompileBudget | undefined, journal: Journal) {
    this.limits = resolveBudget(budget)
    this.journal = journal
  }

  /** LM calls and US dollars so far; null when the price of a call is not known. */
  get spent(): StepSpend {
    const calls = this.spends.reduce((sum, spend) => sum + spend.calls, 0)
    const costUSD = this.spends.reduce<number | null>(
      (sum, spend) => (sum === null || spend.costUSD === null ? null : sum + spend.costUSD),
      0,
    )
    return { calls, costUSD }
  }

  /** Seconds so far, and how much of the budget is used. */
  get pace(): Pace {
    const { calls, usd, seconds } = this.limits
    const { spent } = this
    const elapsed = this.secondsBefore + this.secondsHere()
    const share = largestShare(
      shareOf(spent.calls, calls),
      shareOf(spent.costUSD ?? 0, usd),
      shareOf(elapsed, seconds),
    )
    return { elapsed, share }
  }

  /** Takes notice of what a stage has used; it may be a report that goes on counting. */
  spend(spend: StepSpend): void {
    this.spends.push(spend)
  }

  /**
   * What a stage may use beside what is kept for the one after it; undefined when that is nothing. It is on disk
   * before it is told: a stage that is resumed must have the same budget as before.
   */
  left(stage: string, kept: StepSpend = { calls: 0, costUSD: 0 }): CompileBudget | undefined {
    const before = this.journal.get(stage) as CompileBudget | undefined // written below, for the same stage
    if (before?.seconds !== undefined) {
      this.secondsBefore = this.limits.seconds - before.seconds - this.secondsHere()
    }
    const left = before ?? this.remaining(kept)
    if (!before) this.journal.record(stage, left)
    return Object.values(left).every((amount) => amount > 0) ? left : undefined
  }

  private remaining(kept: StepSpend): CompileBudget {
    const { calls, usd, seconds } = this.limits
    const { spent } = this
    // A stage that cannot tell what it cost may have used all the dollars there were.
    const usdSpent = (spent.costUSD ?? Number.POSITIVE_INFINITY) + (kept.costUSD ?? 0)
    const left = {
      calls: calls - spent.calls - kept.calls,
      usd: usd - usdSpent,
      seconds: seconds - this.secondsBefore - this.secondsHere(),
    }
    return {
      ...(calls === Number.POSITIVE_INFINITY ? {} : { calls: left.calls }),
      ...(usd === Number.POSITIVE_INFINITY ? {} : { usd: Math.max(0, left.usd) }),
      ...(seconds === Number.POSITIVE_INFINITY ? {} : { seconds: left.seconds }),
    }
  }

  private secondsHere(): number {
    return (performance.now() - this.startedAt) / 1000
  }
}
