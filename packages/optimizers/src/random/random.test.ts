import { describe, expect, it } from 'vitest'
import { seededRandom } from './random.ts'

describe('seededRandom', () => {
  it('gives the same stream for the same seed, on every machine', () => {
    const random = seededRandom(42)
    const first = [random.below(1000), random.below(1000), random.below(1000)]
    expect(first).toEqual([291, 152, 111])
  })

  it('gives another stream for another seed, also for seeds beyond 32 bits', () => {
    const seeds = [0, 1, -1, 2 ** 32, 2 ** 40 + 1, Number.MAX_SAFE_INTEGER]
    const starts = seeds.map((seed) => seededRandom(seed).next())
    expect(new Set(starts).size).toBe(seeds.length)
  })

  it('spreads its numbers evenly over 0 to 1', () => {
    const random = seededRandom(7)
    const cells = Array.from({ length: 20 }, () => 0)
    const draws = 40_000
    for (let draw = 0; draw < draws; draw += 1) {
      const cell = random.below(cells.length)
      cells[cell] = (cells[cell] ?? 0) + 1
    }
    const expected = draws / cells.length
    const chiSquare = cells.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
    // The 0.999 quantile of chi square with 19 degrees of freedom.
    expect(chiSquare).toBeLessThan(43.8)
  })

  it('never reaches the upper end', () => {
    const random = seededRandom(3)
    for (let draw = 0; draw < 10_000; draw += 1) {
      const value = random.next()
      expect(value >= 0 && value < 1).toBe(true)
    }
  })
})
