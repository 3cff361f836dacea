import { describe, expect, it } from 'vitest'
import { seededRandom } from '../random/random.ts'
import { sample } from '../random/sample.ts'
import { outlook } from './outlook.ts'

function chanceOf(differences: readonly number[], examples: number): number {
  return outlook(differences, examples).chance
}

describe('outlook', () => {
  it('is certain when all has been seen, and a draw is no win', () => {
    expect(chanceOf([1, 0, 0], 3)).toBe(1)
    expect(chanceOf([-1, 0, 0], 3)).toBe(0)
    expect(chanceOf([1, -1], 2)).toBe(0)
    expect(chanceOf([], 0)).toBe(0)
  })

  it('is about one half when nothing is known, or neither is ahead', () => {
    expect(chanceOf([], 100)).toBeCloseTo(0.5, 6)
    expect(chanceOf([1, -1, 0, 0], 100)).toBeCloseTo(0.5, 6)
  })

  it('falls with every loss, and faster when fewer examples are left to make up for it', () => {
    const chances = [1, 2, 3, 4].map((losses) => chanceOf(Array(8).fill(0).fill(-1, 0, losses), 60))
    expect(chances).toEqual(chances.toSorted((a, b) => b - a))
    const behind = [-1, -1, 0, 0, 0, 0, 0, 0]
    expect(chanceOf(behind, 12)).toBeLessThan(chanceOf(behind, 60))
  })

  it('is as often right as it says', () => {
    const random = seededRandom(3)
    const cells = new Map<number, { said: number; won: number; count: number }>()
    for (let round = 0; round < 20_000; round += 1) {
      // As far apart as candidates are that are worth a comparison.
      const lead = (random.next() - 0.5) * 0.4
      const population = Array.from({ length: 60 }, (): number => {
        const draw = random.next()
        return draw < 0.15 + lead / 2 ? 1 : draw > 0.85 + lead / 2 ? -1 : 0
      })
      const seen = sample(
        population.map((value, index) => ({ value, index })),
        18,
        random,
      )
      const said = chanceOf(
        seen.map(({ value }) => value),
        60,
      )
      const key = Math.floor(said * 5)
      const cell = cells.get(key) ?? { said: 0, won: 0, count: 0 }
      const won = population.reduce((sum, value) => sum + value, 0) > 0 ? 1 : 0
      cells.set(key, { said: cell.said + said, won: cell.won + won, count: cell.count + 1 })
    }
    for (const { said, won, count } of cells.values()) {
      expect(Math.abs(said / count - won / count)).toBeLessThan(0.06)
    }
  })

  it('expects a gain that is never below that of the difference itself, nor below 0', () => {
    for (const differences of [[], [1, 0, 0], [-1, -1, 0, 0], Array(9).fill(0)]) {
      const sum = differences.reduce((total, one) => total + one, 0)
      const { gain } = outlook(differences, 40)
      expect(gain).toBeGreaterThan(Math.max(0, sum / 40) - 0.05)
      expect(gain).toBeGreaterThan(0)
    }
    expect(outlook([1, 1, 0], 3).gain).toBeCloseTo(2 / 3, 12)
    expect(outlook([-1, 0, 0], 3).gain).toBe(0)
  })

  it('expects the less of candidates that are always the same, the more was seen of them', () => {
    const gains = [4, 8, 16, 32].map((seen) => outlook(Array(seen).fill(0), 60).gain)
    expect(gains).toEqual(gains.toSorted((a, b) => b - a))
    expect(gains.at(-1)).toBeLessThan(0.007)
  })
})
