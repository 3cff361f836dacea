import { createRequire } from 'node:module'
import type * as Catalog from '@pydantic/genai-prices'

type Usage = Catalog.Usage

let catalog: typeof Catalog | undefined

/**
 * The price in US dollars, or null when the catalog does not know the model. The price data is
 * loaded on the first use; synchronously, since an LM must state its maximum cost without waiting.
 */
export function priceOf(provider: string, model: string, usage: Usage): number | null {
  try {
    // `require` of this package gives the module its own type declarations describe.
    catalog ??= createRequire(import.meta.url)('@pydantic/genai-prices') as typeof Catalog
    return catalog.calcPrice(usage, model, { providerId: provider })?.total_price ?? null
  } catch {
    // A price that cannot be worked out is an unknown price; it must not cost the user the reply.
    return null
  }
}
