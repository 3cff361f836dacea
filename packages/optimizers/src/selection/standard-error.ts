import { meanScore } from '../search/mean-score.ts'

/** Of the mean of some values, by how they vary; infinite for a single one, which says nothing of that. */
export function standardError(values: readonly number[]): number {
  const count = values.length
  if (count < 2) return Number.POSITIVE_INFINITY
  const mean = meanScore(values)
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return Math.sqrt(squares / (count - 1) / count)
}
