import { OptionError } from '@ockham/core'
import { describe, expect, it } from 'vitest'
import { derivedRandom } from '../random/derived-random.ts'
import type { Random } from '../random/random.ts'
import { normal } from './__fixtures__/normal.ts'
import { sequentialAcceptance } from './sequential-acceptance.ts'

describe('sequentialAcceptance', () => {
  it('rejects a child that is not ahead after the first minibatch', () => {
    expect(sequentialAcceptance([0, 0, 0])).toBe('reject')
    expect(sequentialAcceptance([1, -1, 0])).toBe('reject')
    expect(sequentialAcceptance([0.1, 0.2, -0.3])).toBe('reject')
  })

  it('accepts three wins without a loss at once, whatever their size', () => {
    expect(sequentialAcceptance([1, 1, 1])).toBe('accept')
    expect(sequentialAcceptance([0.1, 0.02, 0.3])).toBe('accept')
  })

  it('asks for more when a child is a little ahead', () => {
    expect(sequentialAcceptance([1, 0, 0])).toBe('continue')
    expect(sequentialAcceptance([1, 0, 0, 0, 1, 0])).toBe('continue')
  })

  it('asks for the rest of a minibatch', () => {
    expect(sequentialAcceptance([])).toBe('continue')
    expect(sequentialAcceptance([-1, -1])).toBe('continue')
    expect(sequentialAcceptance([1, 0, 0, 1])).toBe('continue')
  })

  it('always decides at the cap', () => {
    const lead = (wins: number, losses: number): number[] =>
      Array.from({ length: 12 }, (_, index) => (index < wins ? 1 : index < wins + losses ? -1 : 0))
    expect(sequentialAcceptance(lead(2, 0))).toBe('accept')
    expect(sequentialAcceptance(lead(1, 0))).toBe('accept')
    expect(sequentialAcceptance(lead(0, 0))).toBe('reject')
    expect(sequentialAcceptance(lead(5, 2))).toBe('accept')
    expect(sequentialAcceptance(lead(2, 2))).toBe('reject')
    expect(sequentialAcceptance([1, 0, 0, 0, 1], { minibatchSize: 3, cap: 5 })).toBe('accept')
  })

  it('refuses a cap below a minibatch, and one beyond what the exact test can count', () => {
    expect(() => sequentialAcceptance([1], { minibatchSize: 5, cap: 4 })).toThrow(OptionError)
    expect(() => sequentialAcceptance([1], { minibatchSize: 0 })).toThrow(OptionError)
    expect(() => sequentialAcceptance([1], { cap: 21 })).toThrow(OptionError)
  })
})

/** A child's score less its parent's: wins and losses by their probabilities, each score wrong one time in twenty. */
function pass(wins: number, losses: number): (random: Random) => number {
  return (random) => {
    const drawn = random.next()
    const both = random.below(2)
    const [parent, child] = drawn < wins ? [0, 1] : drawn < wins + losses ? [1, 0] : [both, both]
    const noisy = (score: number): number => (random.next() < 0.05 ? 1 - score : score)
    return noisy(child) - noisy(parent)
  }
}

/** The same of scores from 0 to 1 that are off by 0.15 in the standard deviation. */
function graded(gain: number): (random: Random) => number {
  return (random) => {
    const level = 0.2 + 0.6 * random.next()
    const score = (mean: number): number =>
      Math.min(1, Math.max(0, Math.round(100 * (mean + 0.15 * normal(random))) / 100))
    return score(level + gain) - score(level)
  }
}

describe('the table of sequentialAcceptance', () => {
  it.each([
    { child: 'the same program', draw: pass(0, 0), gepa: 0.11, sequential: 0.08, evaluations: 7.8 },
    {
      child: 'as good, 15 % won and lost',
      draw: pass(0.15, 0.15),
      gepa: 0.3,
      sequential: 0.16,
      evaluations: 9.7,
    },
    {
      child: '10 points worse',
      draw: pass(0.1, 0.2),
      gepa: 0.2,
      sequential: 0.07,
      evaluations: 8.3,
    },
    {
      child: '10 points better',
      draw: pass(0.2, 0.1),
      gepa: 0.39,
      sequential: 0.28,
      evaluations: 10.9,
    },
    {
      child: '20 points better',
      draw: pass(0.25, 0.05),
      gepa: 0.5,
      sequential: 0.42,
      evaluations: 12.1,
    },
    {
      child: '30 points better',
      draw: pass(0.35, 0.05),
      gepa: 0.62,
      sequential: 0.57,
      evaluations: 12.6,
    },
    { child: 'graded, as good', draw: graded(0), gepa: 0.47, sequential: 0.3, evaluations: 10.0 },
    {
      child: 'graded, 0.05 worse',
      draw: graded(-0.05),
      gepa: 0.31,
      sequential: 0.14,
      evaluations: 8.6,
    },
    {
      child: 'graded, 0.1 better',
      draw: graded(0.1),
      gepa: 0.77,
      sequential: 0.73,
      evaluations: 11.3,
    },
    {
      child: 'graded, 0.2 better',
      draw: graded(0.2),
      gepa: 0.95,
      sequential: 0.95,
      evaluations: 9.3,
    },
  ])('holds for a child that is $child', ({ draw, ...expected }) => {
    const replications = 2000
    const found = { gepa: 0, sequential: 0, evaluations: 0 }
    for (let replication = 0; replication < replications; replication += 1) {
      const random = derivedRandom(9, replication)
      const differences: number[] = []
      while (sequentialAcceptance(differences) === 'continue') differences.push(draw(random))
      const [first = 0, second = 0, third = 0] = differences
      if (first + second + third > 1e-9) found.gepa += 1 / replications
      if (sequentialAcceptance(differences) === 'accept') found.sequential += 1 / replications
      found.evaluations += (2 * differences.length) / replications
    }
    expect(Math.abs(found.gepa - expected.gepa)).toBeLessThan(0.02)
    expect(Math.abs(found.sequential - expected.sequential)).toBeLessThan(0.02)
    expect(Math.abs(found.evaluations - expected.evaluations)).toBeLessThan(0.2)
  })
})
