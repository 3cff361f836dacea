import { normalDensity, normalQuantile, normalTail } from './normal.ts'
import { obrienFlemingSpending } from './obrien-fleming-spending.ts'

/** Density of the sum at a look, where no boundary was crossed before: values at even steps. */
interface Density {
  readonly from: number
  readonly step: number
  /** Times Simpson's weights, so that a sum is an integral. */
  readonly weighted: Float64Array
}

// The normal distribution beyond so many standard deviations is left out.
const reach = 8
const stepsPerDeviation = 6
// Less than this is not worth a boundary; nothing can be certified at such a look.
const negligible = 1e-14

/**
 * The z that has to be reached at each look, for looks when these fractions of the examples are seen (rising,
 * the last at most 1), so that the probability of ever reaching one is the given one if the mean is just not
 * adequate. By recursive numerical integration: Armitage, McPherson and Rowe, "Repeated significance tests on
 * accumulating data". `Infinity` where a look is too early to tell.
 */
export function groupSequentialBoundaries(
  fractions: readonly number[],
  errorProbability: number,
): number[] {
  const boundaries: number[] = []
  let density: Density | undefined
  let before = 0
  for (const [look, fraction] of fractions.entries()) {
    const increment = fraction - before
    const spend =
      obrienFlemingSpending(fraction, errorProbability) -
      obrienFlemingSpending(before, errorProbability)
    const limit =
      density === undefined
        ? firstLimit(spend, increment)
        : laterLimit(density, { spend, increment, fraction })
    boundaries.push(limit / Math.sqrt(fraction))
    const next = (fractions[look + 1] ?? 1) - fraction
    density = advance(density, { increment, fraction, limit, next })
    before = fraction
  }
  return boundaries
}

function firstLimit(spend: number, increment: number): number {
  if (spend < negligible) return Number.POSITIVE_INFINITY
  return normalQuantile(spend) * Math.sqrt(increment)
}

/** The sum that is first reached at this look with the probability that may be spent, by bisection. */
function laterLimit(
  density: Density,
  { spend, increment, fraction }: { spend: number; increment: number; fraction: number },
): number {
  if (spend < negligible) return Number.POSITIVE_INFINITY
  const deviation = Math.sqrt(increment)
  let low = -reach * Math.sqrt(fraction)
  let high = -low
  while (high - low > 1e-10) {
    const middle = (low + high) / 2
    const crossing = integral(density, (sum) => normalTail((middle - sum) / deviation))
    if (crossing > spend) low = middle
    else high = middle
  }
  return high
}

interface Step {
  readonly increment: number
  readonly fraction: number
  readonly limit: number
  /** How much the fraction grows until the next look, which the density must be fine enough for. */
  readonly next: number
}

function advance(before: Density | undefined, { increment, fraction, limit, next }: Step): Density {
  const deviation = Math.sqrt(increment)
  const end = reach * Math.sqrt(fraction)
  const to = Math.min(limit, end)
  const finest = Math.min(deviation, next > 0 ? Math.sqrt(next) : deviation)
  const intervals = 2 * Math.ceil(((to + end) * stepsPerDeviation) / finest / 2)
  const step = (to + end) / intervals
  const weighted = new Float64Array(intervals + 1)
  for (let index = 0; index <= intervals; index += 1) {
    const sum = -end + index * step
    const value =
      before === undefined
        ? normalDensity(sum / deviation) / deviation
        : arrival(before, sum, deviation)
    weighted[index] = value * simpsonWeight(index, intervals) * step
  }
  return { from: -end, step, weighted }
}

/** The density of a sum, from wherever it can have been at the look before. */
function arrival({ from, step, weighted }: Density, sum: number, deviation: number): number {
  const span = reach * deviation
  const first = Math.max(0, Math.floor((sum - span - from) / step))
  const last = Math.min(weighted.length - 1, Math.ceil((sum + span - from) / step))
  let total = 0
  for (let index = first; index <= last; index += 1) {
    total += (weighted[index] ?? 0) * normalDensity((sum - from - index * step) / deviation)
  }
  return total / deviation
}

function integral({ from, step, weighted }: Density, over: (sum: number) => number): number {
  let total = 0
  for (const [index, weight] of weighted.entries()) {
    if (weight > 1e-300) total += weight * over(from + index * step)
  }
  return total
}

function simpsonWeight(index: number, intervals: number): number {
  if (index === 0 || index === intervals) return 1 / 3
  return index % 2 === 1 ? 4 / 3 : 2 / 3
}
