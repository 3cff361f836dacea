import { expect, it } from 'vitest'
import { normalQuantile, normalTail } from './normal.ts'

it.each([
  [0, 0.5],
  [1, 0.158655253931457],
  [1.959963984540054, 0.025],
  [2.5, 0.006209665325776132],
  [3, 0.001349898031630095],
  [3.5, 2.32629079035525e-4],
  [5, 2.866515718791939e-7],
  [10, 7.619853024160527e-24],
  [-1, 0.841344746068543],
])('is above %d with the probability that tables give', (x, tail) => {
  expect(Math.abs(normalTail(x) / tail - 1)).toBeLessThan(1e-8)
})

it('does not jump where one formula takes over from the other', () => {
  expect(normalTail(3 - 1e-9) / normalTail(3) - 1).toBeLessThan(1e-8)
})

it.each([0.975, 0.5, 0.2, 0.05, 0.025, 1e-7, 1e-20])('finds the quantile of %d', (tail) => {
  expect(normalTail(normalQuantile(tail)) / tail - 1).toBeCloseTo(0, 10)
})

it('has the quantiles of which everybody knows three digits', () => {
  expect(normalQuantile(0.05)).toBeCloseTo(1.6448536269514722, 10)
  expect(normalQuantile(0.2)).toBeCloseTo(0.8416212335729143, 10)
})
