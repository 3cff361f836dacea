import { expect, test } from 'vitest'
import { halvingEnds } from './halving-ends.ts'

test.each([
  [1, 60, [60]],
  [2, 60, [60]],
  [3, 60, [30, 60]],
  [4, 60, [30, 60]],
  [8, 60, [15, 30, 60]],
  [9, 4, [1, 1, 2, 4]],
])('%i candidates run %i examples in steps of %j', (candidates, examples, ends) => {
  expect(halvingEnds(candidates, examples)).toEqual(ends)
})
