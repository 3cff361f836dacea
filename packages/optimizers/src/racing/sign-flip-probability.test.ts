import { expect, it } from 'vitest'
import { signFlipProbability } from './sign-flip-probability.ts'

it('is that of as many heads for wins and losses of one size', () => {
  expect(signFlipProbability([1, 1, 1])).toBe(1 / 8)
  expect(signFlipProbability([1, 1, -1])).toBe(4 / 8)
  expect(signFlipProbability([-1, -1])).toBe(1)
})

it('does not depend on ties or on the scale', () => {
  expect(signFlipProbability([1, 0, 1, 0, 0])).toBe(1 / 4)
  expect(signFlipProbability([0.1, 0.1, 0.1])).toBe(1 / 8)
})

it('weighs differences by their size', () => {
  expect(signFlipProbability([0.1, 0.2, -0.1])).toBe(3 / 8)
  expect(signFlipProbability([1, -0.1, -0.1])).toBe(4 / 8)
})

it('is certain without differences', () => {
  expect(signFlipProbability([])).toBe(1)
  expect(signFlipProbability([0, 0])).toBe(1)
})
