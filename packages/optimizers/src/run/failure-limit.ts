import { TooManyErrorsError } from '@ockham/core'
import type { Evaluation } from './evaluation.ts'

/** Counts evaluations that failed, up to the number from which on a run is of no use. */
export class FailureLimit {
  private readonly most: number
  private count = 0
  private lastMessage: string | undefined

  constructor(most: number) {
    this.most = most
  }

  /** Counts one that failed. */
  saw({ error }: Evaluation): void {
    if (!error) return
    this.count += 1
    this.lastMessage = error.message
  }

  /** Throws `TooManyErrorsError` once there were more. */
  check(): void {
    if (this.count > this.most) throw this.toError(undefined)
  }

  /** The error with what there is by now. */
  toError(partial: unknown): TooManyErrorsError {
    const cause = new Error(this.lastMessage)
    return new TooManyErrorsError({ errors: this.count, cause, partial })
  }
}
