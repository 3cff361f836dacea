import type { CompileRun } from '../../run/compile-run.ts'

/** Lets a search go on until a part of the run's budget is used: what it finds is worth nothing if no test can follow. */
export class SearchBudget {
  private readonly run: Pick<CompileRun<never, never>, 'pace' | 'spent' | 'isOver'>
  private readonly part: number

  /** `part` is in [0, 1]. */
  constructor(run: Pick<CompileRun<never, never>, 'pace' | 'spent' | 'isOver'>, part: number) {
    this.run = run
    this.part = part
  }

  /** How many examples there is money for, if they cost as much as those before. */
  get room(): number {
    const { share } = this.run.pace
    if (this.run.isOver) return 0
    if (share === undefined) return Number.POSITIVE_INFINITY
    const { evaluations } = this.run.spent
    if (evaluations === 0) return 1
    if (share === 0) return Number.POSITIVE_INFINITY
    return Math.max(0, Math.floor((this.part - share) / (share / evaluations)))
  }
}
