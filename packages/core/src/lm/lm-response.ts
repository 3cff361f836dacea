import type { LMRateLimits } from '../errors/lm-rate-limits.ts'
import type { JSONValue } from '../schema/json-value.ts'
import type { LMCitation } from './lm-citation.ts'
import type { LMPlan } from './lm-plan.ts'
import type { LMToolCall } from './lm-tool.ts'
import type { LMUsage } from './lm-usage.ts'

/** Why the model stopped. */
export type LMFinishReason = 'stop' | 'length' | 'tool_calls' | 'content_filter' | 'error'

/** One completion. */
export interface LMOutput {
  text: string
  reasoning?: string
  toolCalls?: LMToolCall[]
  /** What the reply quotes of the documents in the request. */
  citations?: LMCitation[]
  finishReason: LMFinishReason
  logprobs?: JSONValue
}

/** A whole reply; `model` is the one that served it, `usage` is that model's. */
export interface LMResponse {
  model: string
  outputs: LMOutput[]
  usage: LMUsage
  /** US dollars of all calls made for the reply, failed ones too; null or absent when not known. */
  costUSD?: number | null
  /** True when no call was made because a cache held the reply. */
  cached?: boolean
  /** US dollars that a cached reply cost when it was made; null or absent when not known. */
  savedUSD?: number | null
  /** How a router served the request. */
  plan?: LMPlan
  /** What the vendor's headers said about its rate limits. */
  rateLimits?: LMRateLimits
}
