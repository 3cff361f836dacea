import type { Interval } from '@ockham/core'
import type { Certificate, CertifiedRequirement } from './certificate/certificate.ts'
import type { Assignment } from './cheapest-adequate-options.ts'
import type { LatencyLimit } from './requirement.ts'

/**
 * What was found of a model. `rejected`: its score is too low. `undecided`: the budget ended before it was
 * known. `not-needed`: a cheaper model was certified, or another prompt of the same model was better or as good for less, or
 * it costs no less than the reference, or it is it.
 */
export type Verdict = 'certified' | 'rejected' | 'undecided' | 'not-needed'

/** What was known of a candidate after a batch of its test. */
export interface EvidencePoint {
  readonly evaluated: number
  readonly meanScore: number
  /** How much there was of the evidence that a certificate takes: 1 is enough, below 0 it spoke against one. */
  readonly evidence: number
}

/** How long examples took, in milliseconds, of those that did not fail. */
export interface LatencyReport {
  readonly median: number
  /** 95 of 100 took at most this. */
  readonly p95: number
}

/** A candidate against the reference, on the examples that both were run on. */
export interface ReferenceComparison {
  /** Mean score of the candidate minus that of the reference, in [-1, 1]. */
  readonly difference: number
  /** 95 % confidence interval of the difference, taken by itself. */
  readonly interval: Interval
  /** Examples on which the candidate scored higher. */
  readonly wins: number
  readonly losses: number
}

/** One candidate, on the examples it was run on. */
export interface CandidateReport {
  /** Its name: that of the model, or of several as they are put together. */
  readonly model: string
  /** What each predictor asks, by its path. */
  readonly choice: Readonly<Record<string, string>>
  /** Examples it was run on: the first of the devset's random order. */
  readonly evaluated: number
  /** Of the evaluated examples, in [0, 1]; 0 when there are none. */
  readonly meanScore: number
  /** 95 % confidence interval of the mean score, taken by itself. */
  readonly interval: Interval
  /** Evaluated examples on which the program or the metric threw; they count with a score of 0. */
  readonly failed: number
  /** US dollars; null when the price is not known. */
  readonly costPerExampleUSD: number | null
  /** Present where there is a reference, but for itself, and where an example was run on both. */
  readonly versusReference?: ReferenceComparison
  /** Present where a latency was asked for and an example was done. */
  readonly latency?: LatencyReport
  /** The share of the calls whose prompt the provider's own cache knew a part of, in [0, 1]. */
  readonly warmShare: number
  readonly verdict: Verdict
  /** In order of time; empty for what was not tested. */
  readonly evidence: readonly EvidencePoint[]
}

/** What one candidate made of an example. */
export interface RowResult {
  readonly score: number
  readonly outputs?: Readonly<Record<string, unknown>>
  readonly error?: string
}

/** An example on which the chosen and others that were run on it had different scores. */
export interface Disagreement {
  /** Of the example in the devset, from 0. */
  readonly index: number
  readonly inputs: Readonly<Record<string, unknown>>
  /** By the names of the candidates that were run on it. */
  readonly results: Readonly<Record<string, RowResult>>
}

/** A prompt that was made, and what that took. */
export interface PromptReport {
  readonly name: string
  /** LM calls, which those of the selection include. */
  readonly calls: number
  /** US dollars; null when the price of a call is not known. */
  readonly costUSD: number | null
  /** Why there is none: the message of what its tuner threw. */
  readonly error?: string
}

/** How a model was chosen. */
export interface SelectionReport {
  readonly assignment: Assignment
  /** What makes a candidate adequate. */
  readonly requirement: CertifiedRequirement
  /** What else does; present where it was asked for. */
  readonly latency?: LatencyLimit
  /** The name of the candidate that the others are compared with; absent where there is a floor. */
  readonly reference?: string
  /** What each predictor asks, by its path: the name of a model, or of several as they are put together. */
  readonly choice: Readonly<Record<string, string>>
  /** The name of the candidate that was chosen; absent while there is none. */
  readonly chosen?: string
  /** False: no candidate could be shown to be adequate; the reference, or the best seen, was kept. */
  readonly certified: boolean
  /** Present where it is certified. */
  readonly certificate?: Certificate
  /** In the order in which they were given, or made; the reference is the last. */
  readonly candidates: readonly CandidateReport[]
  /** Those that were made, in the order of their making; absent where there are none. */
  readonly prompts?: readonly PromptReport[]
  readonly devsetSize: number
  readonly confidence: number
  /** True when the budget ended the search. */
  readonly budgetExhausted: boolean
  /** LM calls made. */
  readonly calls: number
  /** US dollars; null when the price of a call is not known. */
  readonly costUSD: number | null
  /**
   * US dollars that the whole devset on every candidate would have cost, by measured prices and with replies that cascades
   * share with their models; null when one is not known.
   */
  readonly exhaustiveCostUSD: number | null
  /** In the order of the devset, with those first that the reference did right and the chosen did not; 200 at most. */
  readonly disagreements: readonly Disagreement[]
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
