import type { ModelKey } from '../name/model-key.ts'
import { nameVariants } from '../name/name-variants.ts'
import { priceList } from './price-list.ts'

/** US dollars per million tokens that a model reads, by the price list, also of one that writes none. */
export function listedInputPrice({ provider, model }: ModelKey): number | undefined {
  const { prices: providerId } = provider
  const list = priceList()
  if (!list || providerId === undefined) return undefined
  for (const name of nameVariants(model)) {
    const found = list.calcPrice({}, name, { providerId })
    // The list takes any id that contains a provider's name for that provider; a proxy is not its vendor.
    if (found?.provider.id !== providerId) continue
    const { input_mtok: price } = found.model_price
    return typeof price === 'number' ? price : undefined
  }
  return undefined
}
