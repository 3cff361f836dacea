import type { Interval } from '@ockham/core'

/**
 * What was found of a model. `rejected`: its score is too low. `undecided`: the budget ended before it was
 * known. `not-needed`: a cheaper model was certified, or it costs no less than the reference, or it is it.
 */
export type Verdict = 'certified' | 'rejected' | 'undecided' | 'not-needed'

/** One model, on the examples it was run on. */
export interface CandidateReport {
  readonly model: string
  /** Examples the model was run on: the first of the devset's random order. */
  readonly evaluated: number
  /** Of the evaluated examples, in [0, 1]; 0 when there are none. */
  readonly meanScore: number
  /** 95 % confidence interval of the mean score, taken by itself. */
  readonly interval: Interval
  /** Evaluated examples on which the program or the metric threw; they count with a score of 0. */
  readonly failed: number
  /** US dollars; null when the price is not known, or when a cache answered. */
  readonly costPerExampleUSD: number | null
  readonly verdict: Verdict
}

/** How a model was chosen. */
export interface SelectionReport {
  /** The model of each predictor, by the predictor's path. */
  readonly choice: Readonly<Record<string, string>>
  /** False: no model could be shown to be adequate; the reference, or the best seen, was kept. */
  readonly certified: boolean
  /** In the order in which the models were given; the reference is the last if it is not one of them. */
  readonly candidates: readonly CandidateReport[]
  readonly devsetSize: number
  readonly confidence: number
  /** True when the budget ended the search. */
  readonly budgetExhausted: boolean
  /** LM calls made. */
  readonly calls: number
  /** US dollars; null when the price of a call is not known. */
  readonly costUSD: number | null
}

/** A batch of examples was run on a model, or a verdict on it was reached. */
export interface SelectionProgress {
  readonly model: string
  readonly evaluated: number
  readonly meanScore: number
  readonly verdict?: Verdict
  /** US dollars the search has spent so far; null when the price of a call is not known. */
  readonly costUSD: number | null
}
