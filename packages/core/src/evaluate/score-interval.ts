/** The lower and the upper end of an interval. */
export type Interval = readonly [low: number, high: number]

const z = 1.959963984540054

/**
 * A 95 % confidence interval for the mean of scores in [0, 1]: Wilson's. Scores between 0 and 1 vary
 * less than pass or fail with the same mean, so for them it is wider than it need be.
 */
export function scoreInterval(mean: number, count: number): Interval {
  const shrink = 1 + (z * z) / count
  const centre = (mean + (z * z) / (2 * count)) / shrink
  const spread =
    (z / shrink) * Math.sqrt((mean * (1 - mean)) / count + (z * z) / (4 * count * count))
  return [Math.max(0, centre - spread), Math.min(1, centre + spread)]
}
