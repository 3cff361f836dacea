import {
  type Allowance,
  type LMError,
  type LMRequest,
  type LMResponse,
  type LMStreamEvent,
  LMStreamTruncatedError,
  LMTimeoutError,
  LMUnexpectedError,
} from '@ockham/core'
import { TimedCall } from '../../timing/timed-call.ts'
import type { Timeouts } from '../../timing/timeouts.ts'
import type { CallTimes } from '../health/vitals.ts'
import type { Admission } from './admission.ts'
import type { Trial } from './trial.ts'

/** Who is told how an attempt ended; exactly one of these is called, once. */
export interface AttemptEnds {
  replied(attempt: Attempt, response: LMResponse, times: CallTimes): void
  failed(attempt: Attempt, error: unknown): void
  left(attempt: Attempt): void
  /** Why a reply will not do, if it will not. */
  refusalOf(response: LMResponse): LMError | undefined
}

/** What an attempt is made of. */
export interface AttemptParts {
  readonly trial: Trial
  readonly admission: Admission
  /** What the call may spend; the LM's own attempts take from it. */
  readonly lent: Allowance
  readonly request: LMRequest
  readonly timeouts: Timeouts
  readonly ends: AttemptEnds
}

/** One call to one route, under the router's timers; whoever starts it must `close` it. */
export class Attempt {
  readonly parts: AttemptParts
  readonly startedAt: number = performance.now()
  readonly #call: TimedCall
  readonly #request: LMRequest
  #events: AsyncIterator<LMStreamEvent> | undefined
  #firstTokenMs: number | undefined
  #hasEnded = false

  constructor(parts: AttemptParts) {
    this.parts = parts
    const { model } = this
    this.#call = new TimedCall({
      timeouts: parts.timeouts,
      signal: parts.request.signal,
      timeoutError: (phase, limitMs) =>
        new LMTimeoutError(`${model}: ${silence[phase]} (${Math.round(limitMs)} ms).`, {
          model,
          phase,
        }),
    })
    const { signal } = this.#call.controller
    this.#request = { ...parts.request, signal, allowance: parts.lent }
  }

  get model(): string {
    return this.parts.trial.candidate.route.model
  }

  /** Asks for the whole reply. */
  async generate(): Promise<LMResponse> {
    try {
      const { lm } = this.parts.trial.candidate.route
      return this.#replied(await this.#call.wait(() => lm.generate(this.#request)))
    } catch (error) {
      throw this.#failed(error)
    } finally {
      this.close()
    }
  }

  /** Asks for the next event of the stream; the last one is `finish`. */
  async next(): Promise<LMStreamEvent> {
    try {
      const step = await this.#call.wait(this.#pull)
      if (step.done) throw this.#truncated()
      const event = step.value
      if (event.type === 'finish') return { ...event, response: this.#replied(event.response) }
      // After a restart the first content is waited for again.
      if (event.type === 'restart') this.#call.heard(this.parts.timeouts.firstTokenMs)
      else {
        this.#firstTokenMs ??= performance.now() - this.startedAt
        this.#call.heard()
      }
      return event
    } catch (error) {
      throw this.#failed(error)
    }
  }

  /** Ends the call unless it has ended, and leaves neither timer nor listener behind. */
  close(): void {
    if (!this.#hasEnded) {
      this.#hasEnded = true
      this.parts.ends.left(this)
    }
    this.#call.close()
    // Not waited for: an LM that ignores its signal must not hold up anybody.
    void this.#leave().catch(() => {})
  }

  /** What `return` throws at once is a rejection too. */
  async #leave(): Promise<void> {
    await this.#events?.return?.()
  }

  readonly #pull = (): Promise<IteratorResult<LMStreamEvent, unknown>> => {
    const { lm } = this.parts.trial.candidate.route
    this.#events ??= lm.stream(this.#request)[Symbol.asyncIterator]()
    return this.#events.next()
  }

  #replied(response: LMResponse): LMResponse {
    if (!Array.isArray(response?.outputs) || !response.usage) throw this.#notReply()
    const refusal = this.parts.ends.refusalOf(response)
    if (refusal) throw refusal
    if (this.#hasEnded) return response
    this.#hasEnded = true
    const durationMs = performance.now() - this.startedAt
    this.parts.ends.replied(this, response, { firstTokenMs: this.#firstTokenMs, durationMs })
    return response
  }

  #failed(error: unknown): unknown {
    const cause = this.#call.failure ?? error
    if (this.#hasEnded) return cause
    // The caller left; that says nothing about the route.
    if (this.parts.request.signal?.aborted) this.close()
    else {
      this.#hasEnded = true
      this.parts.ends.failed(this, cause)
    }
    return cause
  }

  #notReply(): LMError {
    const { model } = this
    return new LMUnexpectedError(`${model}: the reply has no outputs or no usage.`, { model })
  }

  #truncated(): LMError {
    const { model } = this
    return new LMStreamTruncatedError(`${model}: the stream ended before the reply was complete.`, {
      model,
    })
  }
}

const silence: Readonly<Record<LMTimeoutError['phase'], string>> = {
  request: 'the provider timed out',
  'first-token': 'no content came in time',
  idle: 'the reply stood still',
  total: 'the reply was not complete in time',
}
