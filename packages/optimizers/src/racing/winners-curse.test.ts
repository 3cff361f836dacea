import { OptionError } from '@ockham/core'
import { describe, expect, it } from 'vitest'
import { type Random, seededRandom } from '../random/random.ts'
import { winnersCurse } from './winners-curse.ts'

function draws(chance: number, count: number, random: Random): number[] {
  return Array.from({ length: count }, () => (random.next() < chance ? 1 : 0))
}

/** Candidates that are right with these probabilities, the best of which in validation is chosen. */
function choice(chances: readonly number[], seed: number) {
  const random = seededRandom(seed)
  const validation = chances.map((chance) => draws(chance, 100, random))
  const sums = validation.map((scores) => scores.reduce((sum, score) => sum + score, 0))
  const chosen = sums.indexOf(Math.max(...sums))
  return { validation, chosen, test: draws(chances[chosen] ?? 0, 100, random) }
}

const seeds = Array.from({ length: 200 }, (_, seed) => seed)

describe('winnersCurse', () => {
  it('expects of chance what the best of equal candidates gains in the mean', () => {
    const equal = Array.from({ length: 20 }, () => 0.6)
    const found = seeds.map((seed) => winnersCurse(choice(equal, seed)))
    const mean = (values: readonly number[]): number =>
      values.reduce((sum, value) => sum + value, 0) / values.length
    const gain = mean(found.map((one) => one.gain))
    expect(gain).toBeGreaterThan(0.08)
    expect(Math.abs(mean(found.map((one) => one.chanceGain)) - gain)).toBeLessThan(0.01)
  })

  it('warns of most choices among equals and of hardly any that is much better', () => {
    const warned = (chances: readonly number[]): number =>
      seeds.filter((seed) =>
        ['chance', 'shrunk'].includes(winnersCurse(choice(chances, seed)).verdict),
      ).length / seeds.length
    const equal = Array.from({ length: 20 }, () => 0.6)
    expect(warned(equal)).toBeGreaterThan(0.5)
    expect(warned([...equal, 0.9])).toBeLessThan(0.05)
  })

  it('says so when a real gain in validation is not found in the test', () => {
    const validation = [draws(0.3, 100, seededRandom(1)), draws(0.95, 100, seededRandom(2))]
    const found = winnersCurse({ validation, chosen: 1, test: draws(0.5, 100, seededRandom(3)) })
    expect(found.verdict).toBe('shrunk')
    expect(found.message).toMatch(/Report the test score/)
  })

  it('has nothing to warn of when the first program was kept', () => {
    const found = winnersCurse({
      validation: [
        [1, 1, 0],
        [0, 1, 0],
      ],
      chosen: 0,
      test: [0, 0],
    })
    expect(found).toMatchObject({ verdict: 'unchanged', gain: 0 })
  })

  it('finds a gain of noise-free differences real, and counts candidates that were lost early', () => {
    const first = Array.from({ length: 50 }, () => 0.5)
    const better = first.map(() => 0.6)
    const lost = first.map((_, index) => (index < 10 ? index % 2 : undefined))
    const only = winnersCurse({ validation: [first, better], chosen: 1, test: [0.6, 0.6] })
    expect(only.verdict).toBe('holds')
    expect(only.chanceGain).toBeCloseTo(0)
    const among = winnersCurse({ validation: [first, better, lost], chosen: 1, test: [0.6, 0.6] })
    expect(among.chanceGain).toBeGreaterThan(0)
  })

  it('tells the figures in points and what to do', () => {
    const first = Array.from({ length: 10 }, (_, index) => index % 2)
    const flipped = first.map((score, index) => (index < 6 ? 1 - score : score))
    const winner = first.map((score, index) => (index === 0 ? 1 : score))
    const found = winnersCurse({ validation: [first, flipped, winner], chosen: 2, test: [0, 1] })
    expect(found.verdict).toBe('chance')
    expect(found.message).toMatch(/gain of 10\.0 .*validation 60\.0, test 50\.0.*more examples/)
  })

  it('refuses a choice that has no scores and a test without any', () => {
    expect(() => winnersCurse({ validation: [[1]], chosen: 1, test: [1] })).toThrow(OptionError)
    expect(() => winnersCurse({ validation: [[1]], chosen: 0, test: [] })).toThrow(OptionError)
  })
})
