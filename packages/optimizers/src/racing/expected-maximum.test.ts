import { expect, it } from 'vitest'
import { expectedMaximum } from './expected-maximum.ts'

it.each([
  [1, 0],
  [2, 1 / Math.sqrt(Math.PI)],
  [3, 1.5 / Math.sqrt(Math.PI)],
  [10, 1.53875],
  [100, 2.50759],
])('is the known value for %d variables', (count, expected) => {
  expect(expectedMaximum(count)).toBeCloseTo(expected, 3)
})
