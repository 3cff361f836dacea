/** A mean loss of score, and how well it is known. */
export interface LossEstimate {
  readonly mean: number
  /** Of the mean. */
  readonly variance: number
}

/**
 * The mean of losses. Its variance counts one more example that differs by a whole score: where none has differed yet,
 * the next one may.
 */
export function estimateLoss(losses: readonly number[]): LossEstimate {
  const count = losses.length
  if (count === 0) return { mean: 0, variance: Number.POSITIVE_INFINITY }
  const mean = losses.reduce((sum, loss) => sum + loss, 0) / count
  const squares = losses.reduce((sum, loss) => sum + (loss - mean) ** 2, 0)
  return { mean, variance: (squares + 1) / count ** 2 }
}
