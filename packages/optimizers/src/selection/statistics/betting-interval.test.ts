import { describe, expect, it } from 'vitest'
import { rateLimit, scores } from '../../__fixtures__/certification-rate.ts'
import { seededRandom } from '../../random/random.ts'
import { shuffle } from '../../random/shuffle.ts'
import { bettingInterval, pairedBettingInterval } from './betting-interval.ts'

const endless = Number.POSITIVE_INFINITY

describe('bettingInterval', () => {
  it('is the mean itself when the population has been seen', () => {
    const values = shuffle(scores(50, 30, 5), seededRandom(1))
    const [low, high] = bettingInterval(values, { populationSize: 50 })
    expect(low).toBeCloseTo(0.65, 6)
    expect(high).toBeCloseTo(0.65, 6)
  })

  it('is narrower the more is seen, and without replacement', () => {
    const values = shuffle(scores(200, 160), seededRandom(4))
    const width = (seen: number, populationSize: number): number => {
      const [low, high] = bettingInterval(values.slice(0, seen), { populationSize })
      return high - low
    }
    expect(width(160, 200)).toBeLessThan(width(80, 200))
    expect(width(160, 200)).toBeLessThan(width(160, endless))
    expect(width(0, endless)).toBe(1)
  })

  it.each([
    { name: 'without', populationSize: 60 },
    { name: 'with', populationSize: endless },
  ])(
    'misses the mean as rarely as it says, looking at the worst time, $name replacement',
    (cell) => {
      const random = seededRandom(9)
      const population = scores(60, 45, 6)
      const repetitions = 300
      let missed = 0
      for (let repetition = 0; repetition < repetitions; repetition += 1) {
        const values =
          cell.populationSize === 60
            ? shuffle(population, random)
            : population.map(() => population[random.below(60)] ?? 0)
        // The running bounds only tighten, so the last interval misses if any did.
        const [low, high] = bettingInterval(values.slice(0, 55), cell)
        if (low > 0.8 || high < 0.8) missed += 1
      }
      expect(missed / repetitions).toBeLessThan(rateLimit(0.05, repetitions))
      expect(missed).toBeGreaterThan(0)
    },
  )
})

describe('pairedBettingInterval', () => {
  it('speaks of differences, and turns with the pairs', () => {
    const pairs = Array.from({ length: 80 }, (_, index) => [index % 4 ? 1 : 0, 1] as const)
    const [low, high] = pairedBettingInterval(pairs, { populationSize: 100 })
    expect(low).toBeLessThan(-0.25)
    expect(high).toBeGreaterThan(-0.25)
    expect(high).toBeLessThan(-0.1)
    const turned = pairs.map(([score, reference]) => [reference, score] as const)
    const [turnedLow, turnedHigh] = pairedBettingInterval(turned, { populationSize: 100 })
    expect(turnedLow).toBeCloseTo(-high, 6)
    expect(turnedHigh).toBeCloseTo(-low, 6)
  })
})
