import type { LMUsage } from '@ockham/core'

/** What a vendor may report beside `LMUsage` and charge differently. */
export interface UsageDetail {
  /** Of the cache writes, those kept for an hour. */
  longCacheWriteTokens?: number | undefined
  /** Of the input tokens, those of sound. */
  audioInputTokens?: number | undefined
  /** Of the output tokens, those of sound. */
  audioOutputTokens?: number | undefined
  /** The class of service that answered. */
  serviceTier?: string | undefined
}

/** The tokens of a bill. */
export type BilledTokens = { [count in keyof LMUsage]: LMUsage[count] | undefined } & UsageDetail &
  Pick<LMUsage, 'inputTokens' | 'outputTokens'>
