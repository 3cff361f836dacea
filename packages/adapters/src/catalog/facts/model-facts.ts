import type { ModelCapabilities } from '../model-info.ts'
import type { Rates } from '../price/rates.ts'

/** What the snapshot says of one model. */
export interface ModelFacts {
  readonly contextTokens?: number
  readonly maxOutputTokens?: number
  readonly capabilities: ModelCapabilities
  /** What a class of service costs, as a multiple of the usual price. */
  readonly tierFactors: Readonly<Record<string, number>>
  /** What the model charges under this very name; not of prices that change with time. */
  readonly rates?: Rates | undefined
  /** What it charges under its name without a date or the like, should nobody know better. */
  readonly kinRates?: Rates | undefined
  /** The last day of the model, as `YYYY-MM-DD`. */
  readonly endsOn?: string
}
