import { describe, expect, it } from 'vitest'
import { seededRandom } from './random.ts'
import { weightedIndex } from './weighted-index.ts'

describe('weightedIndex', () => {
  it('draws each index as often as its weight says, and never one of weight 0', () => {
    const random = seededRandom(4)
    const counts = [0, 0, 0, 0]
    for (let draw = 0; draw < 10_000; draw += 1) {
      const index = weightedIndex([0, 1, 3, 0], random) ?? 0
      counts[index] = (counts[index] ?? 0) + 1
    }
    expect(counts[0]).toBe(0)
    expect(counts[3]).toBe(0)
    expect(Math.abs((counts[2] ?? 0) - 7500)).toBeLessThan(150)
  })

  it('draws nothing when there is nothing to draw', () => {
    expect(weightedIndex([], seededRandom(1))).toBeUndefined()
    expect(weightedIndex([0, 0], seededRandom(1))).toBeUndefined()
  })

  it('gives what rounding leaves over to the last index that can be drawn', () => {
    const almostOne = { next: () => 1, below: () => 0 }
    expect(weightedIndex([0.1, 0.2, 0], almostOne)).toBe(1)
  })
})
