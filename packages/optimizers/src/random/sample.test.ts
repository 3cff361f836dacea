import { describe, expect, it } from 'vitest'
import { seededRandom } from './random.ts'
import { sample } from './sample.ts'
import { shuffle } from './shuffle.ts'

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index)

describe('sample', () => {
  it('draws distinct items, as many as asked for and as there are', () => {
    const random = seededRandom(1)
    for (let count = 0; count < 30; count += 1) {
      const items = numbers(random.below(25))
      const drawn = sample(items, count, random)
      expect(drawn).toHaveLength(Math.min(count, items.length))
      expect(new Set(drawn).size).toBe(drawn.length)
      expect(drawn.every((item) => items.includes(item))).toBe(true)
    }
  })

  it('leaves the items it draws from as they were', () => {
    const items = numbers(10)
    sample(items, 5, seededRandom(1))
    expect(items).toEqual(numbers(10))
  })

  it('draws every item equally often in every place', () => {
    const random = seededRandom(5)
    const places = numbers(3).map(() => numbers(6).map(() => 0))
    const draws = 12_000
    for (let draw = 0; draw < draws; draw += 1) {
      for (const [place, item] of sample(numbers(6), 3, random).entries()) {
        const counts = places[place] ?? []
        counts[item] = (counts[item] ?? 0) + 1
      }
    }
    for (const counts of places) {
      for (const count of counts) expect(Math.abs(count - draws / 6)).toBeLessThan(200)
    }
  })
})

describe('shuffle', () => {
  it('returns the same items in another order', () => {
    const shuffled = shuffle(numbers(50), seededRandom(2))
    expect(shuffled).not.toEqual(numbers(50))
    expect(shuffled.toSorted((one, other) => one - other)).toEqual(numbers(50))
  })
})
