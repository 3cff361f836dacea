const minuteMs = 60_000

/** A rate that fills up evenly; times are milliseconds of one monotonic clock. */
export class TokenBucket {
  readonly #perMinute: number
  #level: number
  #filledAt: number

  /** Full at first: a minute's worth can be taken at once. */
  constructor(perMinute: number, now: number) {
    this.#perMinute = perMinute
    this.#level = perMinute
    this.#filledAt = now
  }

  /**
   * Milliseconds until `amount` is there once `before` was taken. An amount above a minute's worth needs
   * no more than that, and leaves a debt.
   */
  waitMs(amount: number, now: number, before = 0): number {
    if (this.#perMinute === Number.POSITIVE_INFINITY) return 0
    this.#fill(now)
    const missing = before + Math.min(amount, this.#perMinute) - this.#level
    return missing > 0 ? Math.ceil((missing / this.#perMinute) * minuteMs) : 0
  }

  /** Takes `amount`, into debt if it must; a negative amount gives back. */
  take(amount: number, now: number): void {
    if (this.#perMinute === Number.POSITIVE_INFINITY) return
    this.#fill(now)
    this.#level = Math.min(this.#perMinute, this.#level - amount)
  }

  #fill(now: number): void {
    const passedMs = Math.max(0, now - this.#filledAt)
    this.#level = Math.min(this.#perMinute, this.#level + (passedMs / minuteMs) * this.#perMinute)
    this.#filledAt = now
  }
}
