import { OptionError } from '@ockham/core'
import { describe, expect, it } from 'vitest'
import { planSampleSize } from './plan-sample-size.ts'

describe('planSampleSize', () => {
  // 6.18 · discordance / margin², to the next whole number.
  it.each([
    [0.05, [31, 124, 344, 773]],
    [0.1, [62, 248, 687, 1546]],
    [0.2, [124, 495, 1374, 3092]],
    [0.3, [186, 742, 2061, 4637]],
  ])('plans for a discordance of %d', (discordance, sizes) => {
    const margins = [0.1, 0.05, 0.03, 0.02]
    expect(margins.map((margin) => planSampleSize({ discordance, margin }).examples)).toEqual(sizes)
  })

  it('counts a gap to the margin, in either direction', () => {
    const examples = (margin: number, gap: number): number =>
      planSampleSize({ discordance: 0.2, margin, gap }).examples
    expect(examples(0.03, 0.02)).toBe(examples(0.05, 0))
    expect(examples(0.08, -0.03)).toBe(examples(0.05, 0))
  })

  it('takes more for more certainty', () => {
    const { examples } = planSampleSize({
      discordance: 0.1,
      margin: 0.05,
      alpha: 0.025,
      power: 0.9,
    })
    expect(examples).toBe(Math.ceil(((1.959964 + 1.2815516) ** 2 * 0.1) / 0.05 ** 2))
  })

  it('says the plan in one line', () => {
    expect(planSampleSize({ discordance: 0.1, margin: 0.05, gap: -0.01 }).text).toBe(
      '387 examples: to certify, with an error of at most 5 % and in 80 % of cases, that a model which ' +
        'differs from its reference on 10 % of the examples and is 1 % worse is at most 5 % below it on ' +
        'future data.',
    )
  })

  it.each([
    { discordance: 1.1, margin: 0.05 },
    { discordance: 0.1, margin: -0.05 },
    { discordance: 0.1, margin: 0.05, gap: -0.05 },
    { discordance: 0.1, margin: 0.05, gap: 0.2 },
    { discordance: 0.1, margin: 0.05, alpha: 0 },
    { discordance: 0.1, margin: 0.05, power: 1 },
  ])('refuses what cannot be: %o', (options) => {
    expect(() => planSampleSize(options)).toThrow(OptionError)
  })
})
