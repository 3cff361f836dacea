/** What some work used. */
export interface Spend {
  /** LM calls that no cache answered. */
  readonly calls: number
  /** US dollars, of the calls whose price is known. */
  readonly usd: number
}
