import { BudgetExceededError } from '@ockham/core'
import type { Pace } from '../progress/compile-progress.ts'
import { shareOf } from '../progress/largest-share.ts'
import type { Journal } from './journal.ts'

interface Entry {
  readonly elapsed: number
  readonly isLate: boolean
}

/** The seconds a run may take, in all its processes; what was decided by them is kept, for a run that resumes. */
export class TimeLimit {
  private readonly seconds: number
  private readonly journal: Journal
  private readonly startedAt = performance.now()
  private elapsedBefore = 0
  private looks = 0
  private looked = 0

  constructor(seconds: number, journal: Journal) {
    this.seconds = seconds
    this.journal = journal
  }

  /** Seconds so far, with those of processes before this one where there is a limit, and how much of it is used. */
  get pace(): Pace {
    const elapsed = this.elapsedBefore + this.elapsedHere()
    return { elapsed, share: shareOf(elapsed, this.seconds) }
  }

  /** How much of the limit was used when it was last looked at: the same in a run that resumes another. */
  get shareAtLook(): number | undefined {
    return shareOf(this.looked, this.seconds)
  }

  /** What to refuse more work with when the time is over. */
  get refusal(): BudgetExceededError {
    return new BudgetExceededError(`The ${this.seconds} seconds of the budget are over.`)
  }

  /** Whether the time is over; asked once before each batch, and nowhere else. */
  isOver(): boolean {
    if (this.seconds === Number.POSITIVE_INFINITY) return false
    this.looks += 1
    const key = `batch ${this.looks}`
    const before = this.journal.get(key) as Entry | undefined // written below, by a run of the same fingerprint
    if (before) {
      this.elapsedBefore = before.elapsed - this.elapsedHere()
      this.looked = before.elapsed
      return before.isLate
    }
    const { elapsed } = this.pace
    const isLate = elapsed > this.seconds
    this.looked = elapsed
    this.journal.record(key, { elapsed, isLate })
    return isLate
  }

  private elapsedHere(): number {
    return (performance.now() - this.startedAt) / 1000
  }
}
