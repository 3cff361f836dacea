import { createRequire } from 'node:module'
import type * as PriceList from '@pydantic/genai-prices'

let list: typeof PriceList | null | undefined

/**
 * The price list, loaded on first use and synchronously, since an LM must state its maximum cost
 * without waiting; undefined where a bundler has cut the program off from its packages.
 */
export function priceList(): typeof PriceList | undefined {
  if (list === undefined) {
    try {
      // `require` of this package gives the module its own type declarations describe.
      list = createRequire(import.meta.url)('@pydantic/genai-prices') as typeof PriceList
    } catch {
      list = null
    }
  }
  return list ?? undefined
}
