import { expect, it } from 'vitest'
import { percentText } from './percent-text.ts'

it.each([
  [0, '0 %'],
  [0.12345, '12.3 %'],
  [0.00001234, '0.00123 %'],
  [12, '1,200 %'],
])('the part %s is told as %s', (part, text) => {
  expect(percentText(part)).toBe(text)
})
