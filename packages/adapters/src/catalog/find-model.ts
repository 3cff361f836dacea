import type { ModelInfo } from './model-info.ts'
import { modelKey } from './name/model-key.ts'
import { nameVariants } from './name/name-variants.ts'
import { listPrice } from './price/list-price.ts'
import { listedModel } from './price/listed-model.ts'

const free = { input: 0, output: 0, cachedInput: 0, cacheWrite: 0, tiered: false }

/**
 * What the catalog knows of `provider/model`; undefined when it knows nothing. Dates and `-latest`
 * at the end of a name and other names of a provider are seen through.
 */
export function findModel(name: string): ModelInfo | undefined {
  const key = modelKey(name)
  if (!key) return undefined
  const { provider, model } = key
  const facts = { name: key.name, provider: provider.name, model, capabilities: {} }
  if (provider.local) return { ...facts, local: true, price: free }
  for (const variant of provider.prices === undefined ? [] : nameVariants(model)) {
    const listed = listedModel(provider.prices ?? '', variant)
    if (!listed) continue
    const rates = listed.ratesAt(new Date())
    return {
      ...facts,
      local: false,
      ...(listed.contextTokens !== undefined && { contextTokens: listed.contextTokens }),
      price: rates ? listPrice(rates) : null,
    }
  }
  return undefined
}
