import type { ModelKey } from './name/model-key.ts'
import type { PriceOption } from './price/price-option.ts'

/** A model whose calls are to be priced. */
export interface Priced {
  readonly key: ModelKey
  /** A model on the user's own machine costs nothing, unless a price was set for it. */
  readonly local: boolean
  /** The price that was set for this LM; it goes before all others. */
  readonly price?: PriceOption | undefined
}
