import type { ModelCapabilities } from '../model-info.ts'
import type { PriceOption } from '../price/price-option.ts'

/** What is to hold of a model instead of what the catalog says; what is left out stays as it is. */
export interface ModelOverride {
  /** Null makes the price unknown. */
  readonly price?: PriceOption | null
  readonly local?: boolean
  readonly contextTokens?: number
  readonly maxOutputTokens?: number
  readonly capabilities?: ModelCapabilities
}
