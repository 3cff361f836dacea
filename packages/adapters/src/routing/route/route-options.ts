import type { LimitOptions, LM, LMCapabilities, Sensitivity } from '@ockham/core'
import type { PriceOption } from '../../catalog/price/price-option.ts'

/** One LM of a router, with what is not known of it otherwise. */
export interface RouteOptions {
  /** An LM, or a model string for `lm`. */
  model: LM | string
  /** How good its replies are, in [0, 1]. */
  quality?: number
  /** The most sensitive content it may see. Default: `confidential` for a local LM, `internal` for others. */
  clearance?: Sensitivity
  /** How fast it may be asked by this router. */
  limits?: LimitOptions
  /** Used to rank it, and to keep within a budget, instead of the catalog's price. */
  price?: PriceOption
  /** Used instead of what the LM and the catalog say. */
  capabilities?: LMCapabilities
}
