// What adding up differences may be off by.
const rounding = 1e-9

/**
 * The probability of a sum of differences at least as large as theirs, if each was as likely to have the opposite
 * sign: Fisher's randomisation test for pairs, exact. For up to some twenty differences other than 0.
 */
export function signFlipProbability(differences: readonly number[]): number {
  const sizes = differences.map(Math.abs).filter((size) => size > 0)
  const observed = differences.reduce((sum, difference) => sum + difference, 0)
  const sums = sizes.reduce((all, size) => all.flatMap((sum) => [sum + size, sum - size]), [0])
  return sums.filter((sum) => sum >= observed - rounding).length / sums.length
}
