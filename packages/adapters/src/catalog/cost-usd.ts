import type { LMUsage } from '@ockham/core'
import { nameVariants } from './name/name-variants.ts'
import { billOf } from './price/bill-of.ts'
import { listedModel } from './price/listed-model.ts'
import type { Priced } from './priced.ts'

/** What a call cost, in US dollars; null when the price is not known. */
export function costUSD(vendor: Priced, model: string, usage: LMUsage): number | null {
  if (vendor.local) return 0
  if (vendor.priceProvider === undefined) return null
  for (const variant of nameVariants(model)) {
    const rates = listedModel(vendor.priceProvider, variant)?.ratesAt(new Date())
    if (rates) return billOf(rates, usage)?.total ?? null
  }
  return null
}
