import type { Evaluation } from '../run/evaluation.ts'
import { meanScore } from '../search/mean-score.ts'

/** Several runs on one example, the best first. */
export interface Bucket<Gold extends object> {
  readonly gold: Gold
  readonly runs: readonly Evaluation[]
}

/** The runs on each example of a batch; those first from which most can be learned. */
export function toBuckets<Gold extends object>(
  batch: readonly Gold[],
  runs: readonly (readonly Evaluation[])[],
): Bucket<Gold>[] {
  const descending = (one: Evaluation, other: Evaluation): number => other.score - one.score
  return batch
    .map((gold, position) => ({ gold, runs: (runs[position] ?? []).toSorted(descending) }))
    .map((bucket) => ({ bucket, spread: spreadOf(bucket.runs) }))
    .toSorted((one, other) => compare(other.spread, one.spread))
    .map(({ bucket }) => bucket)
}

/** From the best run to the worst, the best itself, and from the best to the average. */
function spreadOf(runs: readonly Evaluation[]): readonly number[] {
  const best = runs[0]?.score ?? 0
  const average = meanScore(runs.map(({ score }) => score))
  return [best - (runs.at(-1)?.score ?? 0), best, best - average]
}

function compare(one: readonly number[], other: readonly number[]): number {
  const differing = one.findIndex((number, index) => number !== other[index])
  return (one[differing] ?? 0) - (other[differing] ?? 0)
}
