import type { Interval } from '@ockham/core'
import { bettingLowerBound } from './betting-lower-bound.ts'
import { pairedValue } from './paired-value.ts'

/** Which population the mean is of, and how sure the answer must be. */
export interface BettingIntervalOptions {
  populationSize: number
  /** The probability that the interval holds the mean at all times is at least this; 0.95 by default. */
  confidence?: number
}

/** The means of a population that these values leave possible, with half of the error on either side. */
export function bettingInterval(
  values: readonly number[],
  { populationSize, confidence = 0.95 }: BettingIntervalOptions,
): Interval {
  const options = { populationSize, errorProbability: (1 - confidence) / 2 }
  const low = bettingLowerBound(values, options)
  const turned = values.map((value) => 1 - value)
  return [low, Math.max(low, 1 - bettingLowerBound(turned, options))]
}

/** How far the mean score may be above (or, negative, below) the reference's, by scores on the same examples. */
export function pairedBettingInterval(
  pairs: readonly (readonly [score: number, referenceScore: number])[],
  options: BettingIntervalOptions,
): Interval {
  const values = pairs.map(([score, referenceScore]) => pairedValue(score, referenceScore))
  const [low, high] = bettingInterval(values, options)
  return [2 * low - 1, 2 * high - 1]
}
