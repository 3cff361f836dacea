/** Tokens of one call; `inputTokens` includes the cached ones. */
export interface LMUsage {
  inputTokens: number
  outputTokens: number
  cachedInputTokens?: number
  cacheWriteTokens?: number
  reasoningTokens?: number
  /** True when the vendor reported no usage and the numbers were estimated from the text. */
  estimated?: boolean
}
