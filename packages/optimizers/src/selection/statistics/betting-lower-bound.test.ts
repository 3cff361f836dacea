import { describe, expect, it } from 'vitest'
import { scores } from '../../__fixtures__/certification-rate.ts'
import { seededRandom } from '../../random/random.ts'
import { shuffle } from '../../random/shuffle.ts'
import { bettingLowerBound } from './betting-lower-bound.ts'
import { BettingTest } from './betting-test.ts'

describe('bettingLowerBound', () => {
  it('reaches the target just when the test of the target certifies', () => {
    const random = seededRandom(2)
    let certified = 0
    for (let repetition = 0; repetition < 40; repetition += 1) {
      const values = shuffle(scores(200, 180), random)
      const test = new BettingTest({
        target: 0.82,
        populationSize: 200,
        errorProbability: 0.05,
        futilityErrorProbability: 0,
      })
      const seen = values.findIndex((value) => test.observe(value) !== 'continue') + 1
      // Decided by counting at the very end, where there is nothing left to bet on.
      if (seen > 150) continue
      certified += 1
      const options = { populationSize: 200, errorProbability: 0.05 }
      expect(bettingLowerBound(values.slice(0, seen), options)).toBeGreaterThanOrEqual(0.82 - 1e-8)
      expect(bettingLowerBound(values.slice(0, seen - 1), options)).toBeLessThan(0.82)
    }
    expect(certified).toBeGreaterThan(20)
  })

  it('is never beaten by what the seen values alone make certain', () => {
    const options = { populationSize: 10, errorProbability: 0.05 }
    expect(bettingLowerBound([1, 1, 1, 1, 1, 1, 1, 1, 1], options)).toBeGreaterThanOrEqual(0.9)
    expect(bettingLowerBound([], options)).toBe(0)
  })
})
