import { EProcess } from './e-process.ts'

/** Which population the mean is of, and how sure the answer must be. */
export interface BettingBoundOptions {
  /** Values in the population the seen ones were drawn from, each once; `Infinity` for data yet to come. */
  populationSize: number
  /** The probability that the mean is ever below the bound is at most this. */
  errorProbability: number
}

const precision = 1e-9

/**
 * The least mean of a population that these values, in the order in which they were drawn, leave possible: the
 * largest claim that bets have won against at any time (see `EProcess`), so that it may be looked at after
 * every value. A mean that a `BettingTest` certifies by bets has its bound at the target or above.
 */
export function bettingLowerBound(
  values: readonly number[],
  { populationSize, errorProbability }: BettingBoundOptions,
): number {
  const threshold = -Math.log(errorProbability)
  // Wealth falls as the claim rises, so the claims that lose are all below those that stand.
  const loses = (nullMean: number): boolean => {
    const process = new EProcess({ nullMean, populationSize })
    return values.some((value) => process.observe(value) >= threshold)
  }
  // Even if all values to come were 0.
  let low = values.reduce((sum, value) => sum + value, 0) / populationSize
  let high = 1
  while (high - low > precision) {
    const middle = (low + high) / 2
    if (loses(middle)) low = middle
    else high = middle
  }
  return low
}
