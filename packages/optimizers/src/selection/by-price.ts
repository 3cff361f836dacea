import type { CandidateRun } from './candidate-run.ts'

/** Cheapest first; what has no known price comes last, in the order in which it was given. */
export function byPrice<Gold extends object, Outputs extends object>(
  candidates: readonly CandidateRun<Gold, Outputs>[],
): CandidateRun<Gold, Outputs>[] {
  // A price is worked out from all rows, so each once.
  return candidates
    .map((candidate) => ({ candidate, price: candidate.costPerExampleUSD ?? Number.MAX_VALUE }))
    .toSorted((one, other) => one.price - other.price)
    .map(({ candidate }) => candidate)
}
