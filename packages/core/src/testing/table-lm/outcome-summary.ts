/** What a table says of a model over all examples: what evaluating it on all of them would say. */
export interface OutcomeSummary<Model extends string = string> {
  readonly model: Model
  readonly meanScore: number
  /** US dollars of all examples together; null when any is not recorded. */
  readonly costUSD: number | null
  /** Examples that it gave no answer to. */
  readonly blanks: number
}
