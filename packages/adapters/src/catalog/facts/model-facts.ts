import type { ModelCapabilities } from '../model-info.ts'
import type { Rates } from '../price/rates.ts'

/** What the snapshot says of one model. */
export interface ModelFacts {
  readonly contextTokens?: number
  readonly maxOutputTokens?: number
  readonly capabilities: ModelCapabilities
  /** What a class of service costs, as a multiple of the usual price. */
  readonly tierFactors: Readonly<Record<string, number>>
  /** Only of models that the price list leaves out. */
  readonly rates?: Rates
  /** The last day of the model, as `YYYY-MM-DD`. */
  readonly endsOn?: string
}
