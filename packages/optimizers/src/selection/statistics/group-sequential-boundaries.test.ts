import { describe, expect, it } from 'vitest'
import { groupSequentialBoundaries } from './group-sequential-boundaries.ts'
import { normalQuantile } from './normal.ts'

const equal = (looks: number): number[] =>
  Array.from({ length: looks }, (_, look) => (look + 1) / looks)

function rounded(boundaries: readonly number[], digits = 3): number[] {
  return boundaries.map((boundary) => Number(boundary.toFixed(digits)))
}

describe('groupSequentialBoundaries', () => {
  it('finds the published boundaries of equally spaced looks', () => {
    expect(rounded(groupSequentialBoundaries(equal(5), 0.025))).toEqual([
      4.877, 3.357, 2.68, 2.29, 2.031,
    ])
    // Of Lan-DeMets designs with two and three looks, as tables give them.
    expect(rounded(groupSequentialBoundaries(equal(2), 0.025))).toEqual([2.963, 1.969])
    expect(rounded(groupSequentialBoundaries(equal(3), 0.025))).toEqual([3.71, 2.511, 1.993])
  })

  it('is the usual quantile for a single look', () => {
    expect(groupSequentialBoundaries([1], 0.05)[0]).toBeCloseTo(normalQuantile(0.05), 9)
  })

  it('asks for what cannot be reached where a look is too early', () => {
    const boundaries = groupSequentialBoundaries([0.01, 0.5, 1], 0.05)
    expect(boundaries[0]).toBe(Number.POSITIVE_INFINITY)
    const without = groupSequentialBoundaries([0.5, 1], 0.05)
    expect(boundaries[1]).toBeCloseTo(without[0] ?? 0, 6)
    expect(boundaries[2]).toBeCloseTo(without[1] ?? 0, 6)
  })

  it('spends all of the error probability, whatever the fractions', () => {
    const error = 0.05
    const fractions = [0.13, 0.2, 0.21, 0.5, 0.55, 0.9, 1]
    const boundaries = groupSequentialBoundaries(fractions, error)
    // A further look that comes at once adds nothing, so the last boundary hardly moves.
    const close = groupSequentialBoundaries([...fractions.slice(0, -1), 0.999, 1], error)
    expect(Math.abs((close.at(-2) ?? 0) - (boundaries.at(-1) ?? 0))).toBeLessThan(5e-3)
    expect(boundaries.every((boundary, look) => boundary > (boundaries[look + 1] ?? 0))).toBe(true)
  })
})
