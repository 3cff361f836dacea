/** What one request may spend in all: across retries, fallbacks, hedges and cascades. */
export interface AllowanceLimits {
  /** Calls to vendors. Default: no limit. */
  attempts?: number
  /** Milliseconds from now on. Default: no limit. */
  deadlineMs?: number
  /** US dollars. Default: no limit. */
  usd?: number
}

/** Counts what a request has spent, so that whoever wants to try again asks one and the same account. */
export class Allowance {
  readonly #deadlineAt: number
  #attempts: number
  #usd: number

  constructor(limits: AllowanceLimits = {}) {
    this.#attempts = limits.attempts ?? Number.POSITIVE_INFINITY
    this.#deadlineAt = performance.now() + (limits.deadlineMs ?? Number.POSITIVE_INFINITY)
    this.#usd = limits.usd ?? Number.POSITIVE_INFINITY
  }

  /** Milliseconds until no call may start any more; `Infinity` without a deadline, never negative. */
  get remainingMs(): number {
    return Math.max(0, this.#deadlineAt - performance.now())
  }

  /** Calls that may still be made. */
  get remainingAttempts(): number {
    return this.#attempts
  }

  /** US dollars that may still be spent. */
  get remainingUSD(): number {
    return this.#usd
  }

  /** Takes one call; false when none is left, the deadline has passed or the money is spent. */
  take(): boolean {
    if (this.#attempts < 1 || this.#usd <= 0 || this.remainingMs <= 0) return false
    this.#attempts -= 1
    return true
  }

  /** Books what a call cost, in US dollars; an unknown price books nothing. */
  spend(costUSD: number | null | undefined): void {
    this.#usd -= costUSD ?? 0
  }
}
