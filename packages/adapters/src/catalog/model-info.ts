import type { ModelPrice } from './model-price.ts'

/** What a model can do; an absent flag is not known. */
export interface ModelCapabilities {
  /** Replies can call tools. */
  readonly tools?: boolean
  /** Replies can be forced to match a JSON Schema. */
  readonly jsonSchema?: boolean
  /** Replies can be forced to be a JSON object. */
  readonly jsonObject?: boolean
  /** Requests can hold images. */
  readonly vision?: boolean
  /** Requests can hold sound. */
  readonly audio?: boolean
  /** The model can think before it answers. */
  readonly reasoning?: boolean
  /** Replies can tell how likely their tokens were. */
  readonly logprobs?: boolean
  /** Replies can quote the documents they were given. */
  readonly citations?: boolean
}

/** What the catalog knows of a model. */
export interface ModelInfo {
  /** `provider/model`, with Ockham's name of the provider. */
  readonly name: string
  readonly provider: string
  readonly model: string
  /** True when it runs on the user's own machine, and so costs nothing. */
  readonly local: boolean
  /** Tokens that request and reply can have together. */
  readonly contextTokens?: number
  /** Tokens that a reply can have. */
  readonly maxOutputTokens?: number
  readonly capabilities: ModelCapabilities
  /** Null when not known, which is not the same as free. */
  readonly price: ModelPrice | null
}
