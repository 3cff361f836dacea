import { costUSD } from '../catalog/cost-usd.ts'
import { overrideOf } from '../catalog/override/override-of.ts'
import { listedInputPrice } from '../catalog/price/listed-input-price.ts'
import type { Priced } from '../catalog/priced.ts'

/** What embedding so many tokens costs, in US dollars; null when the price is not known. */
export function embeddingCost(priced: Priced, inputTokens: number): number | null {
  const known = costUSD(priced, { inputTokens, outputTokens: 0 })
  // A price that was set to "not known" is not looked up.
  if (known !== null || overrideOf(priced.key.name)?.price === null) return known
  const price = listedInputPrice(priced.key)
  return price === undefined ? null : (price * inputTokens) / 1e6
}
