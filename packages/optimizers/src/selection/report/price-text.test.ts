import { expect, it } from 'vitest'
import { priceText } from './price-text.ts'

it.each([
  [null, 'not known'],
  [0, '0'],
  [0.00025, '0.250'],
  [0.0000000123, '0.0000123'],
  [1.2345, '1,230'],
])('the price %s is told with three digits that say something: %s', (price, text) => {
  expect(priceText(price)).toBe(text)
})
