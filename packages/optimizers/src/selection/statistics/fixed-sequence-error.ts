import type { TestOutcome } from './test-outcome.ts'

/**
 * The error probability of the next test of a fixed sequence: all of it while every candidate before was
 * certified, and then none. Maurer, Hothorn and Lehmacher, "Multiple comparisons in drug clinical trials and
 * preclinical assays: a-priori ordered hypotheses". The order must not depend on the scores that are tested.
 */
export function fixedSequenceError(
  outcomes: readonly TestOutcome[],
  errorProbability: number,
): number {
  return outcomes.includes('given-up') ? 0 : errorProbability
}
