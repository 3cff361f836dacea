import type { Prediction } from '../example/prediction.ts'
import type { CallRecord } from '../settings/history/call-record.ts'
import type { UsageSummary } from '../settings/usage-summary.ts'
import type { Interval } from './score-interval.ts'

/** One example of the devset and what came of it. */
export interface EvaluationRow<Gold extends object, Outputs extends object> {
  readonly example: Gold
  readonly prediction: Prediction<Outputs> | undefined
  /** In [0, 1]; 0 for a row that failed. */
  readonly score: number
  readonly feedback?: string
  /** What the program or the metric threw. */
  readonly error: unknown
  /** US dollars the program spent; null when the price of a call is not known. */
  readonly costUSD: number | null
  readonly durationMs: number
  /** The program's LM calls in the order in which they ended, where `keepPrompts` asked for them. */
  readonly calls?: readonly CallRecord[]
  /** Calls that `keepPrompts` had no bytes left for; absent when there are none. */
  readonly callsLeftOut?: number
}

/** A program's score on a devset. What a metric itself spends is in `metricUsage` only. */
export interface EvaluationResult<Gold extends object, Outputs extends object> {
  /** Mean score in [0, 1]. */
  readonly score: number
  /** 95 % confidence interval of the score. */
  readonly interval: Interval
  /** In the order of the devset. */
  readonly rows: readonly EvaluationRow<Gold, Outputs>[]
  readonly usage: UsageSummary
  /** What the metric's own LM calls used. */
  readonly metricUsage: UsageSummary
  /** US dollars; null when the price of a call is not known. */
  readonly costUSD: number | null
  readonly durationMs: number
}
