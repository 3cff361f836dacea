import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../random/random.ts'
import { fallbackError, halvingWeights } from './fallback-error.ts'
import type { TestOutcome } from './test-outcome.ts'

describe('halvingWeights', () => {
  it.each([
    [1, [1]],
    [2, [0.5, 0.5]],
    [4, [0.5, 0.25, 0.125, 0.125]],
  ])('parts the whole among %d', (count, weights) => {
    expect(halvingWeights(count)).toEqual(weights)
  })
})

describe('fallbackError', () => {
  const options = { errorProbability: 0.08, weights: halvingWeights(4) }

  it('hands on what was certified or never tested, and only from one to the next', () => {
    expect(fallbackError([], options)).toBeCloseTo(0.04)
    expect(fallbackError(['given-up'], options)).toBeCloseTo(0.02)
    expect(fallbackError(['certified'], options)).toBeCloseTo(0.06)
    expect(fallbackError(['untested', 'certified'], options)).toBeCloseTo(0.07)
    expect(fallbackError(['certified', 'given-up'], options)).toBeCloseTo(0.01)
    expect(fallbackError(['certified', 'given-up', 'certified'], options)).toBeCloseTo(0.02)
  })

  it('keeps the error of all together, whichever are adequate and however they depend', () => {
    const random = seededRandom(5)
    const repetitions = 20_000
    const { errorProbability } = options
    for (let adequate = 0; adequate < 16; adequate += 1) {
      for (const dependence of ['none', 'full']) {
        let wrong = 0
        for (let repetition = 0; repetition < repetitions; repetition += 1) {
          const common = random.next()
          const outcomes: TestOutcome[] = []
          let error = false
          while (outcomes.length < 4) {
            const isAdequate = ((adequate >> outcomes.length) & 1) === 1
            const level = dependence === 'full' ? common : random.next()
            const certified = level < fallbackError(outcomes, options) || isAdequate
            if (certified && !isAdequate) error = true
            outcomes.push(certified ? 'certified' : 'given-up')
          }
          if (error) wrong += 1
        }
        const limit = errorProbability + 4 * Math.sqrt((errorProbability * 0.92) / repetitions)
        expect(wrong / repetitions).toBeLessThan(limit)
      }
    }
  })
})
