/** An hour: a header must not close an LM for good. */
const longestCloseMs = 3_600_000
const shortestSpreadMs = 10
const longestSpreadMs = 1000

/** Keeps callers away until the time that the provider named, then lets them through spread out. */
export class Gate {
  readonly #random: () => number
  #toldUntil = Number.NEGATIVE_INFINITY
  #opensAt = Number.NEGATIVE_INFINITY
  #spreadUntil = Number.NEGATIVE_INFINITY

  constructor(random: () => number) {
    this.#random = random
  }

  /** Milliseconds until the next caller may pass. */
  waitMs(now: number): number {
    return Math.max(0, this.#opensAt - now)
  }

  /** Milliseconds of the wait that the provider itself asked for. */
  toldMs(now: number): number {
    return Math.max(0, this.#toldUntil - now)
  }

  /** Closes for `ms` and a little more; what makes no sense as a time, or ends earlier, changes nothing. */
  close(ms: number | undefined, now: number): void {
    if (ms === undefined || !(ms > 0)) return
    const told = Math.min(ms, longestCloseMs)
    const spread = Math.min(longestSpreadMs, Math.max(shortestSpreadMs, told / 10))
    // Upward only, so that processes told the same time do not come back together.
    const opensAt = now + told + this.#random() * spread
    if (opensAt <= this.#opensAt || now + told <= this.#toldUntil) return
    this.#toldUntil = now + told
    this.#opensAt = opensAt
    this.#spreadUntil = opensAt + spread
  }

  /** Someone passes and so many still wait: what is left of the spread is shared out among them. */
  pass(waiting: number, now: number): void {
    const leftMs = this.#spreadUntil - now
    if (waiting > 0 && leftMs > 0) this.#opensAt = now + (this.#random() * 2 * leftMs) / waiting
  }
}
