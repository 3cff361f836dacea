import { rateKinds } from '../src/catalog/facts/rate-kinds.ts'
import { rateAt } from '../src/catalog/price/rate-at.ts'
import type { Rates } from '../src/catalog/price/rates.ts'

/** The words of a row that tell its price: first the usual one, then one for each tier. */
export function priceWords(rates: Rates): string[] {
  const tiers = rateKinds.flatMap((kind) => {
    const rate = rates[kind]
    return typeof rate === 'object' ? rate.tiers.map(({ start }) => start) : []
  })
  const starts = [...new Set(tiers)].sort((a, b) => a - b)
  return [
    `$${prices(rates, 0)}`,
    ...starts.map((start) => `>${start}$${prices(rates, start + 1, true)}`),
  ]
}

function prices(rates: Rates, inputTokens: number, onlyTiered = false): string {
  return rateKinds
    .map((kind) => {
      const rate = rates[kind]
      const isTold = rate !== undefined && !(onlyTiered && typeof rate === 'number')
      return isTold ? rateAt(rate, inputTokens) : ''
    })
    .join('/')
    .replace(/\/+$/, '')
}
