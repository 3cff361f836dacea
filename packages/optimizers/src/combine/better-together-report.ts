import type { Interval } from '@ockham/core'
import type { CompileProgress } from '../progress/compile-progress.ts'
import type { TestReport } from '../validation/search-report.ts'
import type { StepSpend } from './better-together-options.ts'

/** What became of one step; the first entry is of the program as it was given. */
export interface StepReport {
  /** The optimizer's name in the strategy; undefined for the program as it was given. */
  readonly optimizer: string | undefined
  /** Mean score on the validation examples; absent without them, and where the budget did not reach so far. */
  readonly score?: number
  readonly interval?: Interval
  /** What the optimizer reported. */
  readonly report?: StepSpend
  /** Why the sequence ended here. */
  readonly error?: { readonly name: string; readonly message: string }
}

/** What a sequence of optimizers has done. */
export interface BetterTogetherReport extends StepSpend {
  /** In the order of the strategy, as far as it went. */
  readonly steps: readonly StepReport[]
  /** The position in `steps` of the program that is returned. */
  readonly chosen: number
  /** Validation score of the chosen program; it is the best of several, so it flatters. Absent without a valset. */
  readonly score?: number
  /** LM calls of the steps and of the validation in all. */
  readonly calls: number
  readonly costUSD: number | null
  /** Present when there is a testset and the budget reached so far. */
  readonly test?: TestReport
}

/** How far a sequence is. */
export interface BetterTogetherProgress extends CompileProgress {
  /** The step that begins, or was the last, from 1, and how many there are. */
  readonly step: number
  readonly of: number
  readonly optimizer: string
  /** The best validation score so far. */
  readonly best: number | undefined
}
