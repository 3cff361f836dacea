/** US dollars per million tokens, as they are now; the exact bill of a call is `estimateCostUSD`'s. */
export interface ModelPrice {
  readonly input: number
  readonly output: number
  /** Input that a cache of the vendor held; the price of input where it has no rate of its own. */
  readonly cachedInput: number
  /** Input that was put into a cache of the vendor; the price of input where it has no rate of its own. */
  readonly cacheWrite: number
  /** Thoughts, where they cost something else than output. */
  readonly reasoning?: number
  /** True when a long context costs more than these rates. */
  readonly tiered: boolean
}
