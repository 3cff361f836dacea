/** Tokens of all LM calls behind a prediction; `inputTokens` includes the cached ones. */
export interface PredictionUsage {
  readonly inputTokens: number
  readonly outputTokens: number
  readonly cachedInputTokens?: number
  readonly cacheWriteTokens?: number
  readonly reasoningTokens?: number
  readonly estimated?: boolean
}

/** How a prediction came about. */
export interface PredictionMeta {
  /** The model that served the (last) call. */
  readonly model: string
  readonly usage: PredictionUsage
  /** US dollars; null when the price of any call is not known. */
  readonly costUSD: number | null
  /** True when every reply came from a cache. */
  readonly cached: boolean
  /** The output fields of each completion, when `n` asked for several. */
  readonly completions: readonly Readonly<Record<string, unknown>>[]
  /** LM calls made. */
  readonly attempts: number
  readonly durationMs: number
}

/** The output fields as own properties, and what is known of the call under `$meta`. */
export type Prediction<Outputs extends object = Record<string, unknown>> = Outputs & {
  readonly $meta: PredictionMeta
}
