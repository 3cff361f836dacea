import type { Interval } from '@ockham/core'
import type { CompileProgress } from '../progress/compile-progress.ts'
import type { WinnersCurse } from '../racing/winners-curse.ts'
import type { StandingReport } from './leaderboard.ts'

/** How good a program is on examples by which nothing was chosen. */
export interface TestReport {
  readonly score: number
  /** 95 % confidence interval of the score. */
  readonly interval: Interval
  /** The score of the program that was given, on the same examples. */
  readonly before: number
  /** Whether the gain in validation holds on them, or was likely the luck of the best of many; in words too. */
  readonly finding?: WinnersCurse
}

/** What a search has done. */
export interface SearchReport {
  /** Mean score of the chosen program on the validation examples; it is the best of many, so it flatters. */
  readonly score: number
  /** Everything that was compared, the best first. */
  readonly candidates: readonly StandingReport[]
  /** Runs of the program on an example. */
  readonly evaluations: number
  readonly calls: number
  /** US dollars; null when the price of a call is not known. */
  readonly costUSD: number | null
  /** Present when there is a testset and the budget reached so far. */
  readonly test?: TestReport
}

/** How far a search is. */
export interface SearchProgress extends CompileProgress {
  /** Candidates that were compared. */
  readonly candidates: number
  /** Validation score of the best so far. */
  readonly best: number | undefined
  readonly evaluations: number
}
