/** What a model did when it was asked about an example once. */
export interface Outcome {
  /** What it answered; undefined when it gave no answer, or when only its score is recorded. */
  readonly answer: string | undefined
  /** In [0, 1]; undefined when it gave no answer, or when scores are not recorded. */
  readonly score: number | undefined
  /** US dollars; undefined when not recorded. */
  readonly costUSD: number | undefined
  /** Milliseconds; undefined when not recorded. */
  readonly latencyMs: number | undefined
}
