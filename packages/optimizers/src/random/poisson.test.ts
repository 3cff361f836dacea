import { expect, it } from 'vitest'
import { poisson } from './poisson.ts'
import { seededRandom } from './random.ts'

it.each([0, 0.5, 3, 20])('draws numbers whose mean and variance are %d', (mean) => {
  const random = seededRandom(8)
  const draws = Array.from({ length: 20_000 }, () => poisson(mean, random))
  const found = draws.reduce((sum, draw) => sum + draw, 0) / draws.length
  const variance = draws.reduce((sum, draw) => sum + (draw - found) ** 2, 0) / draws.length
  // Four standard errors of the mean and of the variance.
  expect(Math.abs(found - mean)).toBeLessThanOrEqual(4 * Math.sqrt(mean / draws.length))
  const error = Math.sqrt((mean + 2 * mean ** 2) / draws.length)
  expect(Math.abs(variance - mean)).toBeLessThanOrEqual(4 * error)
})
