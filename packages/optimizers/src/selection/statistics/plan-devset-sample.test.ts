import { OptionError } from '@ockham/core'
import { describe, expect, it } from 'vitest'
import { planDevsetSample } from './plan-devset-sample.ts'
import { planSampleSize } from './plan-sample-size.ts'

describe('planDevsetSample', () => {
  const usual = { discordance: 0.1, margin: 0.05 }

  it('never takes more than there are, and a smaller part of a larger devset', () => {
    const sizes = [50, 200, 800, 3200]
    const plans = sizes.map((devsetSize) => planDevsetSample({ ...usual, devsetSize }))
    const parts = plans.map(({ examples }, index) => examples / (sizes[index] ?? 1))
    expect(parts[0]).toBeLessThanOrEqual(1)
    expect(parts.toSorted((one, other) => other - one)).toEqual(parts)
    expect(plans.every(({ expected, examples }) => expected <= examples)).toBe(true)
  })

  it('comes to at most twice the planned size of a population test where the devset is large', () => {
    const { examples } = planDevsetSample({ ...usual, devsetSize: 20_000 })
    const { examples: population } = planSampleSize(usual)
    expect(examples).toBeGreaterThan(population)
    expect(examples).toBeLessThan(2 * population)
  })

  it('takes more where the model is worse, and less where more may be lost', () => {
    const examples = (gap: number, margin: number): number =>
      planDevsetSample({ discordance: 0.1, gap, margin, devsetSize: 1000 }).examples
    expect(examples(-0.02, 0.05)).toBeGreaterThan(examples(0, 0.05))
    expect(examples(0, 0.1)).toBeLessThan(examples(0, 0.05))
  })

  it('gives the same plan for the same seed, in one line', () => {
    const plan = planDevsetSample({ ...usual, devsetSize: 400, seed: 1 })
    expect(planDevsetSample({ ...usual, devsetSize: 400, seed: 1 })).toEqual(plan)
    expect(plan.text).toContain(`${plan.examples} of 400 examples, ${plan.expected} on average`)
    expect(plan.text).not.toContain('\n')
  })

  it('refuses what cannot be', () => {
    expect(() => planDevsetSample({ ...usual, devsetSize: 0 })).toThrow(OptionError)
    expect(() => planDevsetSample({ ...usual, devsetSize: 100, seed: 0.5 })).toThrow(OptionError)
    // Of 3 examples one is lost or none: neither is a gap of 4 %.
    const tight = { discordance: 0.34, margin: 0.3, gap: -0.29, devsetSize: 3 }
    expect(() => planDevsetSample(tight)).toThrow(OptionError)
  })
})
