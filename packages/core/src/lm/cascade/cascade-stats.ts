/** What a cascade did so far. */
export interface CascadeStats {
  readonly requests: number
  /** Requests for which the first LM was not enough. */
  readonly escalated: number
  /** US dollars of all calls, as far as known. */
  readonly costUSD: number
  /**
   * US dollars less than if the last LM had been asked each time, by the mean of what it cost when it was;
   * below 0 when the cascade does not pay. Absent until then.
   */
  readonly savedUSD?: number
}

/** Counts what a cascade does. */
export class CascadeCounter {
  #requests = 0
  #escalated = 0
  #costUSD = 0
  #served = 0
  #lastUSD = 0
  #lastCalls = 0

  began(): void {
    this.#requests += 1
  }

  escalated(): void {
    this.#escalated += 1
  }

  ended(costUSD: number, served: boolean): void {
    this.#costUSD += costUSD
    if (served) this.#served += 1
  }

  /** What one reply of the last LM cost by itself. */
  askedLast(costUSD: number | null | undefined): void {
    if (costUSD === null || costUSD === undefined) return
    this.#lastUSD += costUSD
    this.#lastCalls += 1
  }

  get stats(): CascadeStats {
    const known = { requests: this.#requests, escalated: this.#escalated, costUSD: this.#costUSD }
    if (this.#lastCalls === 0) return known
    return { ...known, savedUSD: (this.#lastUSD / this.#lastCalls) * this.#served - this.#costUSD }
  }
}
