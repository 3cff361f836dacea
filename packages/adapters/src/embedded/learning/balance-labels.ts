import { softmax } from './softmax.ts'

const sweeps = 20

/**
 * The log-odds to add by label so that the scores foretell each label as often as it is right: an intercept
 * of the given variance fitted by maximum a posteriori, near 0 for few lessons.
 */
export function balanceLabels(
  scores: readonly (readonly number[])[],
  right: readonly number[],
  labels: number,
  variance: number,
): number[] {
  const balance = Array.from({ length: labels }, () => 0)
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    const missed = balance.map((one) => -one / variance)
    const spread = balance.map(() => 1 / variance)
    for (const [at, row] of scores.entries()) {
      const expected = softmax(row.map((score, label) => score + (balance[label] ?? 0)))
      for (const [label, share] of expected.entries()) {
        missed[label] = (missed[label] ?? 0) + Number(right[at] === label) - share
        spread[label] = (spread[label] ?? 0) + share * (1 - share)
      }
    }
    for (const [label, one] of missed.entries()) {
      balance[label] = (balance[label] ?? 0) + one / (spread[label] ?? 1)
    }
  }
  return balance
}
