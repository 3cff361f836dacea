/** Sums over calls of LMs, and of embedding models, which give no output tokens. */
export interface UsageTotals {
  calls: number
  inputTokens: number
  outputTokens: number
  /** US dollars of the calls whose price is known. */
  costUSD: number
  /** Calls whose price is not known, so that `costUSD` is a lower bound when there are any. */
  unpricedCalls: number
}

/** What a piece of work used, in all and by model. */
export interface UsageSummary extends UsageTotals {
  byModel: Record<string, UsageTotals>
  cachedCalls: number
  /** The model of the last call; empty when there was none. */
  lastModel: string
}
