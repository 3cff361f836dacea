import type { EvaluationComparison, EvaluationResult, EvaluationRow } from '@ockham/core'

/** How one model did on the whole devset. */
export interface ComparedModel<Gold extends object, Outputs extends object> {
  readonly model: string
  /** With every row, its score, cost and duration. */
  readonly evaluation: EvaluationResult<Gold, Outputs>
  /** US dollars; null when the price of a call is not known. */
  readonly costPerExampleUSD: number | null
  /** Of the examples, in milliseconds; the half that took longest took longer. */
  readonly medianDurationMs: number
  /** Against the first model, row by row; absent for that one itself. */
  readonly versusFirst?: EvaluationComparison<
    EvaluationRow<Gold, Outputs>,
    EvaluationRow<Gold, Outputs>
  >
}

/** Models side by side, in the order in which they were given. */
export interface ModelComparison<Gold extends object, Outputs extends object> {
  readonly models: readonly ComparedModel<Gold, Outputs>[]
  /** US dollars of all together; null when the price of a call is not known. */
  readonly costUSD: number | null
}
