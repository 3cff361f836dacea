import type { Rate, Rates } from '../price/rates.ts'

import { rateKinds } from './rate-kinds.ts'

/** The prices of a row: words such as `$0.1/0.4` and, for longer requests, `>200000$0.2/0.8`. */
export function readRates(words: readonly string[]): Rates {
  const steps = words.map((word) => {
    const [start = '', prices = ''] = word.split('$')
    return { start: Number(start.slice(1)), prices: prices.split('/') }
  })
  const rate = (kind: number): Rate | undefined => {
    const [usual, ...tiers] = steps.filter(({ prices }) => prices[kind])
    if (!usual) return undefined
    const base = Number(usual.prices[kind])
    if (tiers.length === 0) return base
    return {
      base,
      tiers: tiers.map(({ start, prices }) => ({ start, price: Number(prices[kind]) })),
    }
  }
  const rates = Object.fromEntries(rateKinds.map((kind, at) => [kind, rate(at)]))
  return { ...rates, input: rate(0) ?? 0, output: rate(1) ?? 0 }
}
