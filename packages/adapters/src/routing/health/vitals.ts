import type { LMResponse } from '@ockham/core'
import { Average } from './average.ts'

const newestWeight = 0.2
/** Shorter replies tell more about the network than about the model. */
const fewestTokens = 8

/** A failure is half forgotten after this: what is not asked cannot show that it is well again. */
const forgetMs = 15_000
/** After this a measurement is none any more, so that a slow LM is measured again. */
const staleMs = 300_000

/** When the parts of a call came, in milliseconds since it began. */
export interface CallTimes {
  /** Absent for a reply that came in one piece. */
  firstTokenMs?: number | undefined
  durationMs: number
}

/** A call that failed; `at` is on the clock of `performance.now()`. */
export interface Failure {
  readonly at: number
  readonly code: string
  readonly error: unknown
}

/** What the calls of one LM have shown; a few numbers, however many the calls. */
export class Vitals {
  readonly #success = new Average(newestWeight, 1)
  readonly #firstToken = new Average(newestWeight)
  readonly #speed = new Average(newestWeight)
  #lastSuccessAt: number | undefined
  #lastFailure: Failure | undefined

  /** Part of the calls that were answered, in [0, 1], newer ones weighing more; 1 before any. */
  get successRate(): number {
    const failed = 1 - (this.#success.value ?? 1)
    if (failed === 0 || !this.#lastFailure) return 1
    return 1 - failed * 0.5 ** ((performance.now() - this.#lastFailure.at) / forgetMs)
  }

  /** Milliseconds to the first content of a stream; undefined without a recent one. */
  get firstTokenMs(): number | undefined {
    return this.#isFresh() ? this.#firstToken.value : undefined
  }

  /** Undefined without a recent reply of some length. */
  get tokensPerSecond(): number | undefined {
    return this.#isFresh() ? this.#speed.value : undefined
  }

  /** On the clock of `performance.now()`. */
  get lastSuccessAt(): number | undefined {
    return this.#lastSuccessAt
  }

  get lastFailure(): Failure | undefined {
    return this.#lastFailure
  }

  /** Takes in a reply; returns its tokens per second, if it was long enough to have a speed. */
  succeeded(response: LMResponse, { firstTokenMs, durationMs }: CallTimes): number | undefined {
    this.#lastSuccessAt = performance.now()
    this.#success.add(1)
    // What a cache answers says nothing about the LM's speed.
    if (response.cached) return undefined
    if (firstTokenMs !== undefined) this.#firstToken.add(firstTokenMs)
    const { outputTokens } = response.usage
    const spentMs = durationMs - (firstTokenMs ?? 0)
    if (outputTokens < fewestTokens || spentMs <= 0) return undefined
    const tokensPerSecond = (outputTokens * 1000) / spentMs
    this.#speed.add(tokensPerSecond)
    return tokensPerSecond
  }

  failed(error: unknown, code: string): void {
    this.#lastFailure = { at: performance.now(), code, error }
    this.#success.add(0)
  }

  #isFresh(): boolean {
    return this.#lastSuccessAt !== undefined && performance.now() - this.#lastSuccessAt < staleMs
  }
}
