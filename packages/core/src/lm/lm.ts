import type { JSONValue } from '../schema/json-value.ts'
import type { LMRequest } from './lm-request.ts'
import type { LMResponse } from './lm-response.ts'
import type { LMStreamEvent } from './lm-stream-event.ts'

/** What an LM can enforce; absent means it cannot. */
export interface LMCapabilities {
  /** Replies can be forced to match a JSON Schema. */
  readonly jsonSchema?: boolean
  /** Replies can be forced to be a JSON object. */
  readonly jsonObject?: boolean
  /** Replies can call tools. */
  readonly tools?: boolean
  /** Replies tell what the model thought, apart from the answer, once a reasoning effort is set. */
  readonly reasoning?: boolean
  /** Replies quote the documents they were given. */
  readonly citations?: boolean
  /** Requests can hold images. */
  readonly vision?: boolean
  /** Requests can hold sound. */
  readonly audio?: boolean
  /** Replies tell how likely their tokens were. */
  readonly logprobs?: boolean
  /** Tokens that request and reply can have together. */
  readonly contextTokens?: number
  /** Tokens that a reply can have. */
  readonly maxOutputTokens?: number
}

/** A language model: an object literal with `model`, `generate` and `stream` is one. */
export interface LM {
  /** `provider/model`. */
  readonly model: string
  /** True when requests stay on the user's own machines. */
  readonly local?: boolean
  /** Names the credentials without telling them: LMs of one account share its limits and its bill. */
  readonly account?: string | undefined
  readonly capabilities?: LMCapabilities | undefined
  generate(request: LMRequest): Promise<LMResponse>
  stream(request: LMRequest): AsyncIterable<LMStreamEvent>
  /** An upper bound, in US dollars, of what this request can cost; null when not known. */
  maxCostUSD?(request: LMRequest): number | null
  /**
   * Whether the request's content may go to it. Without this, what is `confidential` goes to an LM
   * only when that is local, and all else to any; an LM that chooses among others decides by theirs.
   */
  maySee?(request: LMRequest): boolean
  /** JSON of all that can change the reply beside chance: vendor, address and the body on its wire. */
  fingerprint?(request: LMRequest): JSONValue
}
