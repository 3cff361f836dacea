import type { CandidateRun } from './candidate-run.ts'

/** Cheapest first; what has no known price comes last, in the order in which it was given. */
export function byPrice<Gold extends object, Outputs extends object>(
  candidates: readonly CandidateRun<Gold, Outputs>[],
): CandidateRun<Gold, Outputs>[] {
  const price = ({ costPerExampleUSD }: CandidateRun<Gold, Outputs>): number =>
    costPerExampleUSD ?? Number.MAX_VALUE
  return candidates.toSorted((one, other) => price(one) - price(other))
}
