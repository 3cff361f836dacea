import type { ModelPrice } from '../model-price.ts'
import type { Rate, Rates } from './rates.ts'

/** The rates of a short request, for showing and comparing. */
export function listPrice(rates: Rates): ModelPrice {
  const { input, output, cachedInput = input, cacheWrite = input, reasoning } = rates
  return {
    input: base(input),
    output: base(output),
    cachedInput: base(cachedInput),
    cacheWrite: base(cacheWrite),
    ...(reasoning !== undefined && { reasoning: base(reasoning) }),
    tiered: [input, output].some((rate) => typeof rate !== 'number'),
  }
}

function base(rate: Rate): number {
  return typeof rate === 'number' ? rate : rate.base
}
