import { type Demo, Module, Predict } from '@ockham/core'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../random/random.ts'
import { dropDemos } from './drop-demos.ts'

class Pair extends Module<object, object> {
  one = new Predict('question -> answer')
  other = new Predict('question -> answer')
  override forward(): Promise<object> {
    return Promise.resolve({})
  }
}

function pairWith(count: number): Pair {
  const program = new Pair()
  const demos: Demo[] = Array.from({ length: count }, (_, place) => ({ question: `${place}` }))
  for (const predictor of program.predictors()) predictor.demos = demos
  return program
}

describe('dropDemos', () => {
  it('takes at least one where there is no room for another, and the same from every predictor', () => {
    const random = seededRandom(2)
    for (let round = 0; round < 100; round += 1) {
      const program = pairWith(4)
      dropDemos(program, 4, random)
      expect(program.one.demos.length).toBeLessThan(4)
      expect(program.other.demos).toEqual(program.one.demos)
    }
  })

  it('takes about one of as many as there is room for, and nothing from nothing', () => {
    const random = seededRandom(3)
    let dropped = 0
    for (let round = 0; round < 2000; round += 1) {
      const program = pairWith(2)
      dropDemos(program, 8, random)
      dropped += 2 - program.one.demos.length
    }
    // A Poisson number of mean 1/4, at most 2, drawn with replacement.
    expect(Math.abs(dropped / 2000 - 0.24)).toBeLessThan(0.03)
    const none = pairWith(0)
    dropDemos(none, 4, random)
    expect(none.one.demos).toEqual([])
  })
})
