/** How one candidate may end beside another. */
export interface Outlook {
  /** The probability that it ends above the other. */
  readonly chance: number
  /** By how much its mean score is expected to end above the other's; where it ends below, that counts as 0. */
  readonly gain: number
}

// Before anything is seen, two candidates are thought equal, with about a third of the examples won or lost; this
// counts as two examples, so that a few equal scores do not look like certainty.
const priorExamples = 2
const priorVariance = 0.3

/**
 * How one candidate will end beside another when both have been run on all examples, from the differences of their
 * scores on those that were seen, in random order; by the normal distribution of what the others will add.
 */
export function outlook(differences: readonly number[], examples: number): Outlook {
  const seen = differences.length
  const left = examples - seen
  const sum = differences.reduce((total, difference) => total + difference, 0)
  if (left === 0) return { chance: sum > 0 ? 1 : 0, gain: Math.max(0, sum) / Math.max(1, examples) }
  const squares = differences.reduce((total, difference) => total + difference ** 2, 0)
  const weight = seen + priorExamples
  const variance = (squares + priorExamples * priorVariance) / weight
  const expected = sum + (left * sum) / weight
  // The rest varies by itself, and its mean is known from few examples only.
  const deviation = Math.sqrt(left * variance * (1 + left / weight))
  const z = expected / deviation
  const chance = upperTail(-z)
  return { chance, gain: (deviation * density(z) + expected * chance) / examples }
}

function density(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
}

/** The part of the normal distribution above z, to 1e-7; Abramowitz and Stegun, 26.2.17. */
function upperTail(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z))
  const series =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  const tail = series * density(z)
  return z > 0 ? tail : 1 - tail
}
