import { expect, test } from 'vitest'
import { checkFraction } from './check-fraction.ts'

test('an option from 0 to 1 is let through, any other is refused by name', () => {
  for (const value of [0, 0.5, 1]) expect(() => checkFraction('share', value)).not.toThrow()
  for (const value of [-0.1, 1.1, Number.NaN]) {
    const message = `\`share\` must be a number from 0 to 1, not ${value}.`
    expect(() => checkFraction('share', value)).toThrow(message)
  }
})
