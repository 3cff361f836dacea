// From one place it would take as many rounds to come back as there were places.
const least = 4

/** How many calls may be under way: halved when the LM is overloaded, one more after a round of successes. */
export class AdaptiveLimit {
  readonly #maximum: number
  #limit: number
  #successes = 0
  #loweredAt = Number.NEGATIVE_INFINITY

  constructor(maximum: number) {
    this.#maximum = maximum
    this.#limit = maximum
  }

  get current(): number {
    return this.#limit
  }

  /** Of calls that were under way together only the first refused one halves: it is one overload. */
  overloaded(startedAt: number, inFlight: number, now: number): void {
    this.#successes = 0
    if (startedAt < this.#loweredAt) return
    const from = this.#limit === Number.POSITIVE_INFINITY ? inFlight : this.#limit
    this.#limit = Math.max(Math.min(least, this.#maximum), Math.floor(from / 2))
    this.#loweredAt = now
  }

  succeeded(): void {
    if (this.#limit >= this.#maximum) return
    this.#successes += 1
    if (this.#successes < this.#limit) return
    this.#successes = 0
    this.#limit += 1
  }
}
