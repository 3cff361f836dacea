/** What a call cost, part by part, in US dollars; `total` is their sum. */
export interface Bill {
  /** Input that no other part names. */
  readonly input: number
  readonly cachedInput: number
  readonly cacheWrite: number
  readonly audioInput: number
  /** Output that no other part names. */
  readonly output: number
  readonly reasoning: number
  readonly audioOutput: number
  readonly request: number
  readonly total: number
}
