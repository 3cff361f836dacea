/** One LM call as a budget sees it; plain, so that a resumed run can count it again. */
export interface CallRecord {
  readonly model: string
  /** US dollars; null when the price is not known. */
  readonly costUSD: number | null
  /** True when a cache answered. */
  readonly cached: boolean
  /** US dollars that were set aside for the call; null where it had all that was left. */
  readonly bound: number | null
  /** True when it failed, so that its cost is a guess from which nothing is learned. */
  readonly failed?: boolean
  /** US dollars that it would have cost, had the run not known the reply. */
  readonly savedUSD?: number | null
  /** Milliseconds that it would have taken, had the run not known the reply. */
  readonly savedMs?: number
  /** The model that answered where it is named otherwise, as dated snapshots are. */
  readonly served?: string
  /** What the provider's own prompt cache did: it gave a part of the prompt. */
  readonly warm?: true
}
