import { describe, expect, it } from 'vitest'
import { scores, simulate } from '../../__fixtures__/certification-rate.ts'
import { seededRandom } from '../../random/random.ts'
import { shuffle } from '../../random/shuffle.ts'
import { BettingTest } from './betting-test.ts'
import type { Decision } from './sequential-test.ts'

/** The decision after the values, with an error so small that no bet can be won. */
function exactDecision(target: number, values: readonly number[]): Decision {
  const test = new BettingTest({ target, populationSize: values.length, errorProbability: 1e-300 })
  return values.map((value) => test.observe(value)).at(-1) ?? 'continue'
}

describe('BettingTest', () => {
  it('certifies a model that is clearly above the floor long before the end', () => {
    const makeTest = (): BettingTest =>
      new BettingTest({ target: 0.8, populationSize: 150, errorProbability: 0.05 })
    const candidates = [scores(150, 135)]
    const { certified, examples } = simulate({ candidates, replications: 400, makeTest })
    expect(certified).toBeGreaterThan(0.95)
    expect(examples[200]).toBeLessThan(75)
  })

  it('gives up early on a model that is clearly below the floor', () => {
    const makeTest = (): BettingTest =>
      new BettingTest({ target: 0.8, populationSize: 150, errorProbability: 0.05 })
    const candidates = [scores(150, 90)]
    const { certified, examples } = simulate({ candidates, replications: 400, makeTest })
    expect(certified).toBe(0)
    expect(examples[200]).toBeLessThan(75)
  })

  it('is exact when every example has been seen', () => {
    const random = seededRandom(1)
    let decidedLast = 0
    for (let size = 1; size <= 200; size += 1) {
      const values = Array.from({ length: size }, () => random.below(3) / 2)
      const mean = values.reduce((sum, value) => sum + value, 0) / size
      for (const target of [mean, mean + 0.25 / size].filter((target) => target <= 1)) {
        const test = new BettingTest({ target, populationSize: size, errorProbability: 1e-300 })
        const undecided = values.slice(0, -1).every((value) => test.observe(value) === 'continue')
        if (!undecided) continue
        decidedLast += 1
        expect(test.observe(values.at(-1) ?? 0)).toBe(target === mean ? 'certified' : 'futile')
      }
    }
    expect(decidedLast).toBeGreaterThan(200)
  })

  it('takes sums that rounding has put just below the floor as having reached it', () => {
    const tenths = Array.from({ length: 30 }, () => 0.1)
    expect(exactDecision(0.1, tenths)).toBe('certified')
    expect(exactDecision(0.1, shuffle([...tenths, 0.3, 0.3, 0], seededRandom(1)))).toBe('certified')
  })

  it('decides as soon as the values to come can change nothing', () => {
    const make = (): BettingTest =>
      new BettingTest({ target: 0.5, populationSize: 4, errorProbability: 1e-9 })
    const sure = make()
    expect([sure.observe(1), sure.observe(1)]).toEqual(['continue', 'certified'])
    const lost = make()
    expect([0, 0, 0].map((value) => lost.observe(value))).toEqual([
      'continue',
      'continue',
      'futile',
    ])
  })

  it('certifies anything under a floor of 0, and only perfection under a floor of 1', () => {
    expect(exactDecision(0, [0, 0])).toBe('certified')
    expect(exactDecision(1, [1, 1, 1])).toBe('certified')
    expect(exactDecision(1, [1, 0.99, 1])).toBe('futile')
  })

  it('certifies under an infinite population by bets alone', () => {
    const options = {
      target: 0.5,
      populationSize: Number.POSITIVE_INFINITY,
      errorProbability: 0.05,
    }
    const good = new BettingTest(options)
    const ones = Array.from({ length: 20 }, () => good.observe(1))
    // log(20) takes at least this many bets that at best double the wealth.
    expect(ones.slice(0, 4)).toEqual(['continue', 'continue', 'continue', 'continue'])
    expect(ones.at(-1)).toBe('certified')
    const bad = new BettingTest(options)
    expect(Array.from({ length: 20 }, () => bad.observe(0)).at(-1)).toBe('futile')
  })

  it('does not give up before it is sure where no error is allowed there', () => {
    const test = new BettingTest({
      target: 0.5,
      populationSize: 100,
      errorProbability: 0.05,
      futilityErrorProbability: 0,
    })
    const decisions = Array.from({ length: 51 }, () => test.observe(0))
    expect(decisions.indexOf('futile')).toBe(50)
  })

  it('stays with its decision', () => {
    const test = new BettingTest({ target: 0.5, populationSize: 3, errorProbability: 0.05 })
    expect([1, 1, 0].map((value) => test.observe(value)).at(-1)).toBe('certified')
    expect(test.observe(0)).toBe('certified')
  })
})
