import { expect, test } from 'vitest'
import { fitsContext } from './fits-context.ts'

const info = { contextTokens: 10_000, maxOutputTokens: 4000 }

test.for([
  [6000, 4000, true],
  [6001, 4000, false],
  // A vendor cuts a wish beyond the model's limit down to it.
  [6000, 100_000, true],
  [8976, undefined, true],
  [8977, undefined, false],
] as const)('%d tokens and a reply of %s in a context of 10,000: %s', ([input, reply, fits]) => {
  expect(fitsContext(info, input, reply)).toBe(fits)
})

test('anything fits into a context that is not known', () => {
  expect(fitsContext({}, 1e9, 1e9)).toBe(true)
})
