/** Dollars per million tokens; with tiers, by how many tokens the whole request has. */
export type Rate = number | TieredRate

/** The last tier whose start the request exceeds holds for all of its tokens. */
export interface TieredRate {
  readonly base: number
  readonly tiers: readonly { readonly start: number; readonly price: number }[]
}

/** What a vendor charges for each kind of token; a kind without a rate is charged as its parent. */
export interface Rates {
  readonly input: Rate
  readonly output: Rate
  readonly cachedInput?: Rate | undefined
  readonly cacheWrite?: Rate | undefined
  /** Writes that the cache keeps for an hour. */
  readonly longCacheWrite?: Rate | undefined
  readonly reasoning?: Rate | undefined
  readonly audioInput?: Rate | undefined
  readonly audioOutput?: Rate | undefined
  /** Dollars per call. */
  readonly request?: number
}
