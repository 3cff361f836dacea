import { OptionError } from '../../errors/option-error.ts'
import type { LMResponse } from '../lm-response.ts'

/** What one request may spend in all: across retries, fallbacks, hedges and cascades. */
export interface AllowanceLimits {
  /** Calls to vendors. Default: no limit. */
  attempts?: number
  /** Calls that ask an LM again after it failed; going on to another LM is none. Default: no limit. */
  retries?: number
  /** Milliseconds from now on. Default: no limit. */
  deadlineMs?: number
  /** US dollars. Default: no limit. */
  usd?: number
}

const unlimited: number = Number.POSITIVE_INFINITY

function limit(limits: AllowanceLimits, name: keyof AllowanceLimits): number {
  const value = limits[name] ?? unlimited
  if (!(value >= 0)) throw new OptionError(name, 'must be a number from 0.')
  return value
}

/**
 * Counts what a request has spent, so that whoever wants to try again asks one and the same account.
 *
 * Who makes an attempt (`retrying`, `fallback`, a router) calls `lend` and hands what it gets to the LM as
 * `request.allowance`. Who makes attempts within that one makes the first of them with what was lent. So
 * however decorators are nested, each call to a vendor is counted once, and its cost is booked once.
 */
export class Allowance {
  readonly #deadlineAt: number
  #attempts: number
  #retries: number
  #usd: number
  #spentUSD = 0
  #parent: Allowance | undefined
  /** One attempt that is paid for already, by the one who lent it. */
  #prepaid = false
  #alternative = false

  /** Throws `OptionError` for a limit below 0. */
  constructor(limits: AllowanceLimits = {}) {
    this.#attempts = limit(limits, 'attempts')
    this.#retries = limit(limits, 'retries')
    this.#deadlineAt = performance.now() + limit(limits, 'deadlineMs')
    this.#usd = limit(limits, 'usd')
  }

  /** A part of this allowance, with limits of its own beside those of the whole. */
  within(limits: AllowanceLimits = {}): Allowance {
    const part = new Allowance(limits)
    part.#parent = this
    return part
  }

  /** Milliseconds until no call may start any more; `Infinity` without a deadline, never negative. */
  get remainingMs(): number {
    const own = Math.max(0, this.#deadlineAt - performance.now())
    return Math.min(own, this.#parent?.remainingMs ?? unlimited)
  }

  /** Calls that may still be made. */
  get remainingAttempts(): number {
    const lent = this.#prepaid ? 1 : 0
    return Math.min(this.#attempts, (this.#parent?.remainingAttempts ?? unlimited) + lent)
  }

  /** Calls that may still ask an LM again. */
  get remainingRetries(): number {
    return Math.min(this.#retries, this.#parent?.remainingRetries ?? unlimited)
  }

  /** US dollars that may still be spent. */
  get remainingUSD(): number {
    return Math.min(this.#usd, this.#parent?.remainingUSD ?? unlimited)
  }

  /** US dollars that calls made with this allowance are known to have cost. */
  get spentUSD(): number {
    return this.#spentUSD
  }

  /** Whether another LM is asked when the one that this was lent to fails. */
  get alternative(): boolean {
    return this.#alternative || (this.#parent?.alternative ?? false)
  }

  /** Whether one more call may be made. */
  get open(): boolean {
    if (this.#attempts < 1 || this.#usd <= 0 || performance.now() >= this.#deadlineAt) return false
    return this.#prepaid || (this.#parent?.open ?? true)
  }

  /** Takes one call; false when none is left, the deadline has passed or the money is spent. */
  take(): boolean {
    if (!this.open) return false
    this.#take()
    return true
  }

  #take(): void {
    for (let part: Allowance | undefined = this; part; part = part.#parent) {
      part.#attempts -= 1
      if (!part.#prepaid) continue
      part.#prepaid = false
      return
    }
  }

  /** Takes one repetition, beside the call itself; false when none is left. */
  takeRetry(): boolean {
    if (this.remainingRetries < 1) return false
    for (let part: Allowance | undefined = this; part; part = part.#parent) part.#retries -= 1
    return true
  }

  /** Books what a call cost, in US dollars; an unknown price books nothing. */
  spend(costUSD: number | null | undefined): void {
    if (!costUSD || costUSD < 0) return
    for (let part: Allowance | undefined = this; part; part = part.#parent) {
      part.#usd -= costUSD
      part.#spentUSD += costUSD
    }
  }

  /** Takes one call and makes it the allowance of one LM; undefined when none may be made. */
  lend(alternative = false): Allowance | undefined {
    if (!this.take()) return undefined
    const lent = this.within()
    lent.#prepaid = true
    lent.#alternative = alternative
    return lent
  }

  /**
   * Books the outcome of the call that this was lent for, unless attempts made within it did so
   * already. A reply from a cache was no call: it gives back what was taken.
   */
  settle(outcome: Pick<LMResponse, 'costUSD' | 'cached'>): void {
    if (!this.#prepaid) return
    this.#prepaid = false
    if (outcome.cached) this.#giveBack()
    else this.spend(outcome.costUSD)
  }

  #giveBack(): void {
    for (let part: Allowance | undefined = this; part; part = part.#parent) part.#attempts += 1
  }
}
