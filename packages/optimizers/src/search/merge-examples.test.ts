import { describe, expect, it } from 'vitest'
import { seededRandom } from '../random/random.ts'
import { mergeExamples } from './merge-examples.ts'

// The first parent is better on 0 to 3, the second on 4 to 7, neither on the rest.
const first = [1, 1, 1, 1, 0, 0, 0, 0, 1, 0, 1, 0]
const second = [0, 0, 0, 0, 1, 1, 1, 1, 1, 0, 1, 0]

describe('mergeExamples', () => {
  it('takes two on which the first is better, two for the second and one tie, all different', () => {
    for (let seed = 0; seed < 50; seed += 1) {
      const chosen = mergeExamples({ first, second }, 5, seededRandom(seed))
      expect(new Set(chosen).size).toBe(5)
      expect(chosen.filter((example) => example < 4)).toHaveLength(2)
      expect(chosen.filter((example) => example >= 4 && example < 8)).toHaveLength(2)
    }
  })

  it('fills up from the others when a part is too small', () => {
    const chosen = mergeExamples(
      { first: [1, 1, 1, 1, 1, 1], second: [0, 0, 0, 0, 0, 0] },
      5,
      seededRandom(1),
    )
    expect(new Set(chosen).size).toBe(5)
  })

  it('leaves out what one parent was not evaluated on, and gives fewer when there are no more', () => {
    const scores = { first: [1, undefined, 1, 0], second: [0, 0, undefined, 0] }
    const chosen = mergeExamples(scores, 5, seededRandom(1))
    expect(chosen.toSorted()).toEqual([0, 3])
  })
})
