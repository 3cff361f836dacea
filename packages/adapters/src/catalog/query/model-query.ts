import type { ModelCapabilities } from '../model-info.ts'

/** The name of something a model may be able to do. */
export type ModelCapability = keyof ModelCapabilities

/** Which models are asked for; each line narrows the choice. */
export interface ModelQuery {
  /** What the model is known to be able to do. */
  readonly capability?: ModelCapability | readonly ModelCapability[]
  /** US dollars per million tokens, three of input to one of output; leaves out unknown prices. */
  readonly maxPrice?: number
  readonly local?: boolean
  readonly provider?: string
  /** Leaves out models whose context is not known. */
  readonly minContextTokens?: number
}
