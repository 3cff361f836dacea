import type { LMUsage } from '@ockham/core'
import { priceOf } from './price-of.ts'
import type { Priced } from './priced.ts'

/** What a call cost, in US dollars; null when the price is not known. */
export function costUSD(vendor: Priced, model: string, usage: LMUsage): number | null {
  if (vendor.local) return 0
  if (vendor.priceProvider === undefined) return null
  return priceOf(vendor.priceProvider, model, {
    input_tokens: usage.inputTokens,
    output_tokens: usage.outputTokens,
    cache_read_tokens: usage.cachedInputTokens,
    cache_write_tokens: usage.cacheWriteTokens,
  })
}
