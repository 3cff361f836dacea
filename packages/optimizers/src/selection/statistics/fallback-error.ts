import type { TestOutcome } from './test-outcome.ts'

/**
 * The error probability of the next test of a fallback procedure: its own part, and all that the candidate
 * before it had if that was certified or not tested at all. What was given up keeps its part: it might have
 * been certified, and has used its chance. Wiens, "A fixed sequence Bonferroni procedure for testing multiple
 * endpoints"; holds however the tests depend on each other, in an order that does not depend on their scores.
 */
export function fallbackError(
  outcomes: readonly TestOutcome[],
  { errorProbability, weights }: { errorProbability: number; weights: readonly number[] },
): number {
  let handedOn = 0
  for (const [position, outcome] of outcomes.entries()) {
    const own = (weights[position] ?? 0) * errorProbability
    handedOn = outcome === 'given-up' ? 0 : handedOn + own
  }
  return (weights[outcomes.length] ?? 0) * errorProbability + handedOn
}

/** The weights 1/2, 1/4, 1/8 …; the last is as large as the one before, so that together they are 1. */
export function halvingWeights(count: number): number[] {
  return Array.from({ length: count }, (_, index) => 0.5 ** Math.min(index + 1, count - 1))
}
