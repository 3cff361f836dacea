const most = 10
const digits = 1000

/**
 * At most ten thresholds that part the confidences, given in ascending order, into pieces of about one size; none
 * that all of them reach. They have three digits, so that a name can tell them.
 */
export function thresholdsOf(confidences: readonly number[]): number[] {
  const [least] = confidences
  if (least === undefined) return []
  const quantiles = Array.from({ length: most }, (_, index) => {
    const position = Math.floor(((index + 1) * confidences.length) / (most + 1))
    return Math.floor((confidences[position] ?? least) * digits) / digits
  })
  return [...new Set(quantiles)].filter((threshold) => threshold > least && threshold <= 1)
}
