import { expect, it } from 'vitest'
import { thresholdsOf } from './thresholds-of.ts'

it('are at most ten, all over what was seen, and none that everything reaches', () => {
  const confidences = Array.from({ length: 110 }, (_, index) => index / 110)
  expect(thresholdsOf(confidences)).toEqual([
    0.09, 0.181, 0.272, 0.363, 0.454, 0.545, 0.636, 0.727, 0.818, 0.909,
  ])
})

it.each([
  [[], []],
  [[0.5, 0.5, 0.5], []],
  [[0, 0, 1, 1], [1]],
  [
    [1 / 3, 2 / 3, 2 / 3, 1, 1, 1],
    [0.666, 1],
  ],
])('of %j are %j', (confidences, expected) => {
  expect(thresholdsOf(confidences)).toEqual(expected)
})
