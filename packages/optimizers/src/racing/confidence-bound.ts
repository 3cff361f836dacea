import { EProcess } from '../selection/e-process.ts'

/** What the values are drawn from, and how sure a bound must be. */
export interface ConfidenceBoundOptions {
  /** Values in the population; those given are the first of a random order. */
  populationSize: number
  /** The probability that a bound is ever wrong, however often one looks, is at most this. */
  errorProbability: number
}

const halvings = 30

/**
 * A number the mean of a finite population is not above, from the first values, in [0, 1], of a random order.
 * Holds at all times together; exact once all are seen. Waudby-Smith and Ramdas, "Estimating means of bounded
 * random variables by betting": the claims that bets against them have not refuted.
 */
export function upperBound(values: readonly number[], options: ConfidenceBoundOptions): number {
  return (
    1 -
    lowerBound(
      values.map((value) => 1 - value),
      options,
    )
  )
}

/** A number the mean of a finite population is not below; else as `upperBound`. */
export function lowerBound(values: readonly number[], options: ConfidenceBoundOptions): number {
  const { populationSize } = options
  const sum = values.reduce((total, value) => total + value, 0)
  // Whatever the rest is, the mean lies between these two.
  let low = sum / populationSize
  let high = (sum + populationSize - values.length) / populationSize
  if (refuted(high, values, options)) return high
  for (let halving = 0; halving < halvings && high > low; halving += 1) {
    const middle = (low + high) / 2
    if (refuted(middle, values, options)) low = middle
    else high = middle
  }
  return low
}

/** Whether bets against the claim that the mean is at most this have ever won enough. */
function refuted(
  nullMean: number,
  values: readonly number[],
  { populationSize, errorProbability }: ConfidenceBoundOptions,
): boolean {
  const process = new EProcess({ nullMean, populationSize })
  const enough = -Math.log(errorProbability)
  return values.some((value) => process.observe(value) >= enough)
}
