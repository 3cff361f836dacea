import type { Random } from './random.ts'

/** An index drawn with probability proportional to its weight; weights are not negative. Undefined when they sum to 0. */
export function weightedIndex(weights: readonly number[], random: Random): number | undefined {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let left = random.next() * total
  let last: number | undefined
  for (const [index, weight] of weights.entries()) {
    if (weight <= 0) continue
    if (left < weight) return index
    left -= weight
    last = index
  }
  // Rounding may leave a little over: it belongs to the last that could be drawn.
  return last
}
