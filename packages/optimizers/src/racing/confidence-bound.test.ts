import { describe, expect, it } from 'vitest'
import { seededRandom } from '../random/random.ts'
import { shuffle } from '../random/shuffle.ts'
import { lowerBound, upperBound } from './confidence-bound.ts'

const options = { populationSize: 60, errorProbability: 0.05 }
const population = Array.from({ length: 60 }, (_, index) => (index < 42 ? 1 : index < 48 ? 0.5 : 0))
const populationMean = 45 / 60

describe('confidence bounds', () => {
  it('hold the mean at all times together in nineteen populations of twenty', () => {
    const replications = 150
    let wrong = 0
    const random = seededRandom(3)
    for (let replication = 0; replication < replications; replication += 1) {
      const values = shuffle(population, random)
      const looks = [5, 10, 20, 30, 45, 60].map((seen) => values.slice(0, seen))
      if (looks.some((seen) => upperBound(seen, options) < populationMean - 1e-9)) wrong += 1
    }
    expect(wrong / replications).toBeLessThan(0.05 + 3 * Math.sqrt((0.05 * 0.95) / replications))
  })

  it('close in on the mean as more is seen, and are exact when all is', () => {
    const values = shuffle(population, seededRandom(1))
    const widths = [0, 10, 30, 50].map((seen) => {
      const first = values.slice(0, seen)
      return upperBound(first, options) - lowerBound(first, options)
    })
    expect(widths).toEqual(widths.toSorted((one, other) => other - one))
    expect(widths[0]).toBe(1)
    expect(widths[2]).toBeLessThan(0.5)
    expect(upperBound(values, options)).toBeCloseTo(populationMean, 9)
    expect(lowerBound(values, options)).toBeCloseTo(populationMean, 9)
  })

  it('are never wider than what the values still to come allow', () => {
    const certain = { populationSize: 10, errorProbability: 1e-12 }
    expect(upperBound([0, 0, 0, 0, 0, 0], certain)).toBeCloseTo(0.4)
    expect(lowerBound([1, 1, 1], certain)).toBeCloseTo(0.3)
  })

  it('are tight where values are alike near an end', () => {
    const ones = Array.from({ length: 60 }, () => 1)
    expect(lowerBound(ones, { populationSize: 1000, errorProbability: 0.05 })).toBeGreaterThan(0.9)
  })
})
