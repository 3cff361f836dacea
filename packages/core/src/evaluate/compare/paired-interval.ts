import type { Interval } from '../score-interval.ts'

const z = 1.959963984540054
// One row that gained all it could and one that lost all it could.
const added = 2

/**
 * A 95 % confidence interval for the mean of paired differences in [-1, 1]: Student's t after a row of +1
 * and a row of -1 are added, as Bonett and Price (2012) do for pass and fail. Without them, few rows that
 * are all alike would give an interval of no width. The empirical Bernstein bound always holds, but at
 * 20 rows it says nothing yet. Of the ways compared, this was the narrowest that keeps what it promises.
 */
export function pairedInterval(differences: readonly number[]): Interval {
  const count = differences.length + added
  const mean = sum(differences) / count
  const squares = sum(differences.map((difference) => difference ** 2)) + added
  const variance = (squares - count * mean ** 2) / (count - 1)
  const half = studentQuantile(count - 1) * Math.sqrt(variance / count)
  return [Math.max(-1, mean - half), Math.min(1, mean + half)]
}

// The 97.5 % quantile, expanded around the normal one (Cornish and Fisher); 3 % low at 2 degrees of freedom.
function studentQuantile(freedom: number): number {
  const first = (z ** 3 + z) / 4
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96
  const third = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384
  return z + first / freedom + second / freedom ** 2 + third / freedom ** 3
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
