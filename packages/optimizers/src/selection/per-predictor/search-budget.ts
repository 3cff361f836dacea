import { type Limits, usedShare } from '../search-room.ts'

// Examples to come may cost so many times the mean of those so far: a few at a time keep to the budget all the same.
const caution = 8

/** What it asks of a run. */
interface Paid extends Limits {
  readonly spent: { readonly evaluations: number }
}

/** Lets a search go on until a part of the run's budget is used: what it finds is worth nothing if no test can follow. */
export class SearchBudget {
  private readonly run: Paid
  private readonly part: number

  /** `part` is in [0, 1]. */
  constructor(run: Paid, part: number) {
    this.run = run
    this.part = part
  }

  /** How many examples may be run before it is asked again. */
  get room(): number {
    const share = usedShare(this.run)
    if (this.run.isOver) return 0
    if (share === undefined) return Number.POSITIVE_INFINITY
    const { evaluations } = this.run.spent
    if (evaluations === 0) return 1
    if (share === 0) return Number.POSITIVE_INFINITY
    const affordable = Math.floor((this.part - share) / (share / evaluations))
    return Math.max(0, Math.ceil(affordable / caution))
  }
}
