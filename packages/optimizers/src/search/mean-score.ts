/** The mean of the scores there are; 0 when there are none. */
export function meanScore(scores: readonly (number | undefined)[]): number {
  const evaluated = scores.filter((score) => score !== undefined)
  if (evaluated.length === 0) return 0
  return evaluated.reduce((sum, score) => sum + score, 0) / evaluated.length
}
