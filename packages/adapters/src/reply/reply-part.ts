import type { JSONValue, LMCitation, LMFinishReason, LMRateLimits } from '@ockham/core'

/** Usage as far as one event reports it; later reports win field by field. */
export interface ReportedUsage {
  inputTokens?: number | undefined
  outputTokens?: number | undefined
  cachedInputTokens?: number | undefined
  cacheWriteTokens?: number | undefined
  reasoningTokens?: number | undefined
  /** Of the cache writes, those kept for an hour. */
  longCacheWriteTokens?: number | undefined
  /** Of the input tokens, those of sound. */
  audioInputTokens?: number | undefined
  /** Of the output tokens, those of sound. */
  audioOutputTokens?: number | undefined
  /** The class of service that answered, such as `flex`. */
  serviceTier?: string | undefined
  /** The price, when the vendor states it, in US dollars. */
  costUSD?: number | undefined
  /** True when `inputTokens` counts neither cache reads nor cache writes. */
  cacheCountedApart?: boolean
}

/** What the events of all vendors are translated to; `index` is the completion. */
export type ReplyPart =
  | { type: 'text'; index: number; text: string }
  | { type: 'reasoning'; index: number; text: string }
  | {
      type: 'tool-call'
      index: number
      /** What tells the calls of one completion apart; without one, the latest call goes on. */
      key: number | undefined
      id: string | undefined
      name: string | undefined
      arguments: string | undefined
    }
  | { type: 'citation'; index: number; citation: LMCitation }
  | { type: 'logprobs'; index: number; logprobs: JSONValue[] }
  | { type: 'finish'; index: number; reason: LMFinishReason }
  | { type: 'usage'; usage: ReportedUsage }
  | { type: 'limits'; limits: LMRateLimits }
  /** An event that could not be read; `text` is how it begins. */
  | { type: 'malformed'; text: string }
  /** Nothing of this reply follows. */
  | { type: 'end' }
