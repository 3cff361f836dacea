import { softmax } from './softmax.ts'

const shares: readonly number[] = [0.25, 0.5, 1, 2, 3]

/**
 * How much of what the lessons teach to believe, 1 being the usual: the mean of some shares, weighted by how well
 * each foretells the labels of lessons judged unseen. `taught` and `priors` are log-odds by lesson and label.
 */
export function weighLessons(
  taught: readonly (readonly number[])[],
  priors: readonly (readonly number[])[],
  right: readonly number[],
): number {
  const likelihoods = shares.map((share) => {
    let sum = -Math.abs(Math.log2(share))
    for (const [at, row] of taught.entries()) {
      const odds = row.map((one, label) => share * one + (priors[at]?.[label] ?? 0))
      sum += Math.log(softmax(odds)[right[at] ?? 0] ?? 1)
    }
    return sum
  })
  const weights = softmax(likelihoods)
  return shares.reduce((sum, share, at) => sum + share * (weights[at] ?? 0), 0)
}
