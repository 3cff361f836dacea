import { expect, it } from 'vitest'
import { percentile } from './percentile.ts'

it('gives what numpy.percentile gives', () => {
  expect(percentile([3, 1, 2, 4], 0.1)).toBeCloseTo(1.3)
  expect(percentile([3, 1, 2, 4], 0.9)).toBeCloseTo(3.7)
  expect(percentile([0, 1], 0.5)).toBe(0.5)
  expect(percentile([7], 0.9)).toBe(7)
  expect(percentile([], 0.9)).toBe(0)
})
