import { expect, it } from 'vitest'
import { seededRandom } from '../../random/random.ts'
import { estimateLoss } from './loss-estimate.ts'

it('is the mean, with the variance of a mean of so many and one more that differs', () => {
  expect(estimateLoss([1, 0, 0, -1, 0])).toEqual({ mean: 0, variance: 3 / 25 })
  expect(estimateLoss([0, 0, 0, 0]).variance).toBe(1 / 16)
})

it('knows nothing without examples', () => {
  expect(estimateLoss([])).toEqual({ mean: 0, variance: Number.POSITIVE_INFINITY })
})

it('hardly ever falls two standard errors short of the true mean, also for rare losses', () => {
  const random = seededRandom(5)
  for (const rate of [0.01, 0.05, 0.3]) {
    let surprised = 0
    for (let round = 0; round < 2000; round += 1) {
      const losses = Array.from({ length: 100 }, () => (random.next() < rate ? 1 : 0))
      const { mean, variance } = estimateLoss(losses)
      if (mean + 2 * Math.sqrt(variance) < rate) surprised += 1
    }
    expect(surprised / 2000).toBeLessThan(0.04)
  }
})
