import type { FinetuneFile } from './finetune-files.ts'

/** A file, and what came of it. */
export interface FinetuneFileReport extends FinetuneFile {
  /** The provider's name of the job that has learned it. */
  readonly job?: string
  /** The new model, as the provider calls it. */
  readonly model?: string
  readonly trainedTokens?: number
}

/** What was learned. */
export interface BootstrapFinetuneReport {
  /** Runs of the teacher that ended. */
  readonly attempts: number
  /** Runs that are learned. */
  readonly bootstrapped: number
  /** Runs in which the program or the metric threw. */
  readonly errors: number
  readonly files: readonly FinetuneFileReport[]
  /** LM calls of the teacher. */
  readonly calls: number
  /** US dollars for the calls, without the training; null when the price of a call is not known. */
  readonly costUSD: number | null
}
