import { expect, it } from 'vitest'
import { errorShare } from './error-share.ts'

it('shares the error so that all shares together never exceed it, however often the best is replaced', () => {
  let total = 0
  for (let improvements = 0; improvements < 1000; improvements += 1) {
    total += errorShare(0.05, improvements)
  }
  expect(total).toBeLessThan(0.05)
  expect(total).toBeGreaterThan(0.0499)
})

it('gives the first races the most', () => {
  expect(errorShare(0.06, 0)).toBeCloseTo(0.03)
  expect(errorShare(0.06, 1)).toBeCloseTo(0.01)
})
