import { describe, expect, it } from 'vitest'
import { EProcess } from './e-process.ts'

describe('EProcess', () => {
  it('has the wealth that the formula gives', () => {
    const process = new EProcess({ nullMean: 0.6, populationSize: 50 })
    const values = Array.from({ length: 8 }, () => [1, 1, 0, 0.5, 1]).flat()
    const wealth = values.map((value) => process.observe(value))
    // Computed apart from this code, in logarithms throughout.
    const expected = [0.287682072451781, -0.275540531592004, 0.6379207910435091, 0.6223033983775098]
    for (const [index, value] of expected.entries())
      expect(wealth[index * 8]).toBeCloseTo(value, 10)
  })

  it('bets against the same mean at every draw where the population is not used up', () => {
    const process = new EProcess({ nullMean: 0.6, populationSize: Number.POSITIVE_INFINITY })
    const wealth = [1, 0, 1].map((value) => process.observe(value))
    const stakes = Array.from({ length: 12 }, (_, index) => 0.05 + (index * 0.9) / 11)
    const worth = (stake: number): number =>
      (1 + (stake / 0.6) * 0.4) * (1 - stake) * (1 + (stake / 0.6) * 0.4)
    const mean = stakes.reduce((sum, stake) => sum + worth(stake), 0) / stakes.length
    expect(wealth[2]).toBeCloseTo(Math.log(mean), 12)
  })

  it('approaches the bets of an infinite population as a population grows', () => {
    const sizes = [1e3, 1e9, Number.POSITIVE_INFINITY]
    const [small, large, endless] = sizes.map((populationSize) => {
      const process = new EProcess({ nullMean: 0.7, populationSize })
      return [1, 1, 0.5, 1, 0, 1, 1, 1].map((value) => process.observe(value)).at(-1) ?? 0
    })
    expect(large).toBeCloseTo(endless ?? Number.NaN, 7)
    expect(small).not.toBeCloseTo(endless ?? Number.NaN, 7)
  })

  it('keeps its precision where wealth is far below and far above what a number can hold', () => {
    const claims = [
      { nullMean: 0.999, value: 0, sign: -1 },
      { nullMean: 0.001, value: 0.05, sign: 1 },
    ]
    for (const { nullMean, value, sign } of claims) {
      const process = new EProcess({ nullMean, populationSize: 1_000_000 })
      let wealth = 0
      for (let seen = 0; seen < 20_000; seen += 1) wealth = process.observe(value)
      expect(Number.isFinite(wealth)).toBe(true)
      expect(sign * wealth).toBeGreaterThan(750)
    }
  })
})
