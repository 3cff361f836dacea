import { describe, expect, it } from 'vitest'
import { seededRandom } from '../random/random.ts'
import { ParzenMixture } from './parzen-mixture.ts'

const choices = [3, 4]

function allPoints(): number[][] {
  return [0, 1, 2].flatMap((first) => [0, 1, 2, 3].map((second) => [first, second]))
}

describe('ParzenMixture', () => {
  it('has the density that the formula gives', () => {
    const mixture = new ParzenMixture(
      [
        [1, 2],
        [0, 2],
      ],
      choices,
    )
    // By hand: kernels add 1/3 to each choice, so an observed one has (4/3)/2 and (4/3)/(7/3), others
    // (1/3)/2 and (1/3)/(7/3); the prior has 1/3 and 1/4. All three weigh the same.
    const expected = ((2 / 3) * (4 / 7) + (1 / 6) * (4 / 7) + (1 / 3) * (1 / 4)) / 3
    expect(Math.exp(mixture.logDensity([1, 2]))).toBeCloseTo(expected, 12)
  })

  it('has densities that sum to one, and draws points as often as they say', () => {
    const random = seededRandom(2)
    const observations = Array.from({ length: 40 }, () => [random.below(2), random.below(4)])
    const mixture = new ParzenMixture(observations, choices)
    const draws = 40_000
    const counts = new Map<string, number>()
    for (let draw = 0; draw < draws; draw += 1) {
      const key = mixture.sample(random).join()
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
    let total = 0
    for (const point of allPoints()) {
      const density = Math.exp(mixture.logDensity(point))
      total += density
      const drawn = (counts.get(point.join()) ?? 0) / draws
      expect(Math.abs(drawn - density)).toBeLessThan(4 * Math.sqrt(density / draws))
    }
    expect(total).toBeCloseTo(1, 10)
  })

  it('is uniform without observations', () => {
    const mixture = new ParzenMixture([], choices)
    for (const point of allPoints())
      expect(mixture.logDensity(point)).toBeCloseTo(-Math.log(12), 12)
  })

  it('gives the newest 25 observations the same weight and older ones less', () => {
    const early = (count: number): number => {
      const observations = Array.from({ length: count }, (_, index) => [index === 0 ? 1 : 0])
      return Math.exp(new ParzenMixture(observations, [2]).logDensity([1]))
    }
    const uniform = (count: number): number => {
      const spread = 1 / (count + 1)
      const total = 1 + 2 * spread
      return ((1 + spread) / total + ((count - 1) * spread) / total + 0.5) / (count + 1)
    }
    expect(early(25)).toBeCloseTo(uniform(25), 10)
    expect(early(40)).toBeLessThan(0.8 * uniform(40))
  })
})
