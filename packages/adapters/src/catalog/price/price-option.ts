/** A price of one's own, in US dollars per million tokens. */
export interface PriceOption {
  readonly input: number
  readonly output: number
  /** Input that a cache of the server held; `input` by default. */
  readonly cachedInput?: number
  /** Input that was put into a cache of the server; `input` by default. */
  readonly cacheWrite?: number
}
