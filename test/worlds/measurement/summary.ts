/** A mean over seeds and its 95 % interval. */
export interface Summary {
  readonly mean: number
  readonly low: number
  readonly high: number
}

const z = 1.959964

/** Student's interval of a mean; of one value it is the whole line. */
export function summarize(values: readonly number[]): Summary {
  const count = values.length
  const mean = values.reduce((sum, value) => sum + value, 0) / count
  if (count < 2) return { mean, low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY }
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (count - 1)
  const margin = quantile(count - 1) * Math.sqrt(variance / count)
  return { mean, low: mean - margin, high: mean + margin }
}

/** The 0.975 quantile of Student's t, by the expansion in Abramowitz and Stegun, 26.7.5. */
function quantile(freedom: number): number {
  const first = (z ** 3 + z) / 4
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96
  const third = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384
  return z + first / freedom + second / freedom ** 2 + third / freedom ** 3
}
