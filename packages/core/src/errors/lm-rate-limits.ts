/** How much of one rate is left. */
export interface LMRate {
  limit?: number
  remaining?: number
  /** Milliseconds until the rate is whole again. */
  resetMs?: number
}

/** What a vendor's response headers say about its rate limits. */
export interface LMRateLimits {
  requests?: LMRate
  tokens?: LMRate
}
