import { AbortError } from '../../errors/abort-error.ts'
import { throwIfAborted } from '../attempts/throw-if-aborted.ts'
import { AdaptiveLimit } from './adaptive-limit.ts'
import { CallQueue } from './call-queue.ts'
import { Gate } from './gate.ts'
import { learn } from './learn.ts'
import { type LimitOptions, resolveLimitOptions } from './limit-options.ts'
import type { CallOutcome, Permit } from './permit.ts'
import { refusedCall } from './refused-call.ts'
import { TokenBucket } from './token-bucket.ts'

/** What a call is taken to last until one has ended. */
const firstGuessMs = 1000

/** Decides when calls to one LM, or one account, may start, and learns from how they end. */
export class Governor {
  readonly #options: Required<LimitOptions>
  readonly #queue: CallQueue
  readonly #concurrency: AdaptiveLimit
  readonly #gate: Gate
  readonly #requests: TokenBucket
  readonly #tokens: TokenBucket
  #inFlight = 0
  #callMs = firstGuessMs

  constructor(options: LimitOptions = {}) {
    this.#options = resolveLimitOptions(options)
    const now = performance.now()
    this.#concurrency = new AdaptiveLimit(this.#options.concurrency)
    this.#gate = new Gate(this.#options.random)
    this.#requests = new TokenBucket(this.#options.requestsPerMinute, now)
    this.#tokens = new TokenBucket(this.#options.tokensPerMinute, now)
    this.#queue = new CallQueue(
      (tokens) => this.#headWaitMs(tokens),
      (tokens) => this.#start(tokens),
    )
  }

  /** Calls under way. */
  get inFlight(): number {
    return this.#inFlight
  }

  /** Calls that wait for a place. */
  get waiting(): number {
    return this.#queue.size
  }

  /** Milliseconds of the pause that the provider asked for. */
  get pauseMs(): number {
    return this.#gate.toldMs(performance.now())
  }

  /** Milliseconds until a call of about so many tokens could start, guessed where calls must end first; 0 for now. */
  waitMs(tokens: number): number {
    return Math.max(this.#certainWaitMs(tokens), this.#placeWaitMs())
  }

  /**
   * Waits for a place, first come first served. Throws `LMRateLimitError` when the options or `atMostMs`
   * forbid to wait so long, `AbortError` when the signal fires.
   */
  async admit(
    tokens: number,
    signal?: AbortSignal,
    atMostMs: number = Number.POSITIVE_INFINITY,
  ): Promise<Permit> {
    throwIfAborted(signal)
    if (this.#isShut()) throw this.#shut()
    if (this.#queue.size === 0 && this.#headWaitMs(tokens) === 0) return this.#start(tokens)
    const waitMs = this.waitMs(tokens)
    const maxWaitMs = Math.min(atMostMs, this.#options.maxWaitMs)
    if (this.#queue.size >= this.#options.maxQueue) {
      throw refusedCall(`${this.#queue.size} calls wait already (\`maxQueue\`)`, waitMs)
    }
    if (this.#certainWaitMs(tokens) > maxWaitMs) {
      throw refusedCall(`it would wait longer than ${Math.floor(maxWaitMs)} ms`, waitMs)
    }
    const tooLong = (): Error =>
      refusedCall(`it waited longer than ${Math.floor(maxWaitMs)} ms`, this.waitMs(tokens))
    const permit = await this.#queue.join(tokens, signal, maxWaitMs, tooLong)
    if (!signal?.aborted) return permit
    permit.release({})
    throw new AbortError(signal.reason)
  }

  #isShut(): boolean {
    return this.#gate.toldMs(performance.now()) > this.#options.maxRetryAfterMs
  }

  #shut(): Error {
    const waitMs = this.#gate.waitMs(performance.now())
    return refusedCall('the provider asked for a longer pause than `maxRetryAfterMs`', waitMs)
  }

  /** What gate and rates make the next call wait; `Infinity` while all places are taken. */
  #headWaitMs(tokens: number): number {
    if (this.#inFlight >= this.#concurrency.current) return Number.POSITIVE_INFINITY
    const now = performance.now()
    return Math.max(
      this.#gate.waitMs(now),
      this.#requests.waitMs(1, now),
      this.#tokens.waitMs(tokens, now),
    )
  }

  /** The part of the wait that no call's end can shorten, those that wait already counted in. */
  #certainWaitMs(tokens: number): number {
    const now = performance.now()
    return Math.max(
      this.#gate.waitMs(now),
      this.#requests.waitMs(1, now, this.#queue.size),
      this.#tokens.waitMs(tokens, now, this.#queue.tokens),
    )
  }

  #placeWaitMs(): number {
    const limit = this.#concurrency.current
    const before = this.#queue.size + 1 + this.#inFlight - limit
    return before > 0 ? Math.ceil((this.#callMs * before) / limit) : 0
  }

  #start(tokens: number): Permit {
    const startedAt = performance.now()
    this.#inFlight += 1
    this.#requests.take(1, startedAt)
    this.#tokens.take(tokens, startedAt)
    this.#gate.pass(this.#queue.size, startedAt)
    let held = true
    return {
      release: (outcome) => {
        if (!held) return
        held = false
        this.#end(tokens, startedAt, outcome)
      },
    }
  }

  #end(tokens: number, startedAt: number, outcome: CallOutcome): void {
    const now = performance.now()
    const lesson = learn(outcome)
    if (lesson.result === 'overloaded' && this.#options.adaptive) {
      this.#concurrency.overloaded(startedAt, this.#inFlight, now)
    }
    if (lesson.result === 'succeeded') {
      this.#concurrency.succeeded()
      this.#callMs += (now - startedAt - this.#callMs) / 5
    }
    // What headers foretell is no order: it never closes for so long that calls are refused.
    this.#gate.close(Math.min(lesson.emptyForMs, this.#options.maxRetryAfterMs), now)
    this.#gate.close(lesson.retryAfterMs, now)
    if (lesson.tokens !== undefined) this.#tokens.take(lesson.tokens - tokens, now)
    if (lesson.uncalled) this.#requests.take(-1, now)
    this.#inFlight -= 1
    if (this.#isShut()) this.#queue.clear(() => this.#shut())
    this.#queue.advance()
  }
}
