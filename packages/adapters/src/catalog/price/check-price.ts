import { OptionError } from '@ockham/core'
import type { PriceOption } from './price-option.ts'

/** Throws `OptionError` for a price that is not a number of dollars. */
export function checkPrice(price: PriceOption): void {
  const { input, output, cachedInput = 0, cacheWrite = 0 } = price
  for (const [name, dollars] of Object.entries({ input, output, cachedInput, cacheWrite })) {
    if (Number.isFinite(dollars) && dollars >= 0) continue
    const problem = `must be dollars per million tokens, at least 0; it is ${dollars}.`
    throw new OptionError(`price.${name}`, problem)
  }
}
