import type { Interval } from '@ockham/core'
import type { LatencyLimit } from '../requirement.ts'

/** What was asked of the chosen. */
export type CertifiedRequirement =
  | { readonly floor: number }
  | { readonly reference: string; readonly tolerance: number }

/**
 * What was shown of a choice, as JSON. `devset`: the devset itself would say the same if all of it had been run, and
 * nothing is said of other data. `population`: it holds for data like the devset that is yet to come.
 */
export interface Certificate {
  readonly kind: 'devset' | 'population'
  /** All of it in one sentence. */
  readonly text: string
  /** The name of what was chosen. */
  readonly candidate: string
  /** What each predictor asks, by its path. */
  readonly choice: Readonly<Record<string, string>>
  readonly requirement: CertifiedRequirement
  readonly latency?: LatencyLimit
  /** The probability that a certificate like this is right is at least this. */
  readonly confidence: number
  /** `approximate`: the confidence holds as far as means of scores are normal. */
  readonly method: 'exact' | 'approximate'
  /** Examples of the devset that were run on the chosen. */
  readonly evaluated: number
  readonly devsetSize: number
  /** Of the evaluated, in [0, 1]. */
  readonly meanScore: number
  /** 95 % confidence interval of the mean score, taken by itself. */
  readonly interval: Interval
  /** US dollars an example; null when not known. */
  readonly costPerExampleUSD: number | null
  /** That of the reference. */
  readonly referenceCostPerExampleUSD?: number | null
  /** The models that answered, by the names of the LMs that were asked: what is served under these names may change. */
  readonly snapshots: Readonly<Record<string, readonly string[]>>
  /** ISO date. */
  readonly issuedAt: string
  /** ISO date: models, prices and inputs change, so that what was shown wears out. */
  readonly expiresAt: string
}
