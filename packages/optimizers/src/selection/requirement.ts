import type { LM } from '@ockham/core'
import { pairedTarget, pairedValue } from './statistics/paired-value.ts'

/** What makes a model adequate: a mean score of its own, or one not far below that of another. */
export type Requirement =
  | { readonly kind: 'floor'; readonly floor: number }
  | { readonly kind: 'reference'; readonly reference: LM; readonly tolerance: number }

/** How fast is fast enough: so large a share of the examples takes at most so long. */
export interface LatencyLimit {
  readonly milliseconds: number
  /** In [0, 1]. */
  readonly share: number
}

/** The least mean of a model's observations that makes it adequate. */
export function targetMean(requirement: Requirement): number {
  return requirement.kind === 'floor' ? requirement.floor : pairedTarget(requirement.tolerance)
}

/** What a score says, in [0, 1]: itself, or how it compares with the reference's on the same example. */
export function observation(score: number, referenceScore: number | undefined): number {
  return referenceScore === undefined ? score : pairedValue(score, referenceScore)
}
