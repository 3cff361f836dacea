import { expect, it } from 'vitest'
import { dollarsText } from './dollars-text.ts'

it.each([
  [0, '$0.00'],
  [0.0004567, '$0.00046'],
  [0.1, '$0.10'],
  [1234.5, '$1,234.50'],
])('%s US dollars are told as %s', (cost, text) => {
  expect(dollarsText(cost)).toBe(text)
})
