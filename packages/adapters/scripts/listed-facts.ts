import { catalogProviderOf } from '../src/catalog/name/catalog-provider-of.ts'
import { nameVariants } from '../src/catalog/name/name-variants.ts'
import { listedModel } from '../src/catalog/price/listed-model.ts'
import type { Rates } from '../src/catalog/price/rates.ts'

/** What the price list has of a model. */
export interface ListedFacts {
  readonly contextTokens: number | undefined
  /** `later` for a price that a row cannot hold: it changes with time or is one per request. */
  readonly rates: Rates | 'later' | undefined
}

/** Undefined for a model that the price list does not have. */
export function listedFacts(provider: string, model: string): ListedFacts | undefined {
  const providerId = catalogProviderOf(provider)?.prices
  if (providerId === undefined) return undefined
  const found = nameVariants(model)
    .map((name) => listedModel(providerId, name))
    .find((listed) => listed !== undefined)
  if (!found) return undefined
  const { contextTokens, everyRates } = found
  const [only, ...others] = everyRates
  const canBeHeld = others.length === 0 && only?.request === undefined
  return { contextTokens, rates: canBeHeld ? only : 'later' }
}
