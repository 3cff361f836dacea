import type { CompileProgress } from '../progress/compile-progress.ts'

/** What bootstrapping has come to. */
export interface BootstrapReport {
  /** Examples whose runs are shown. */
  readonly bootstrapped: number
  /** Runs of the teacher that ended. */
  readonly attempts: number
  /** Runs in which the program or the metric threw. */
  readonly errors: number
  /** LM calls that were answered, other than by a cache. */
  readonly calls: number
  /** US dollars; null when the price of a call is not known. */
  readonly costUSD: number | null
}

/** How far bootstrapping is. */
export interface BootstrapProgress extends BootstrapReport, CompileProgress {
  readonly calls: number
  readonly costUSD: number | null
}
