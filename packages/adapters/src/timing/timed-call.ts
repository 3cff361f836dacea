import { AbortError, type TimeoutPhase } from '@ockham/core'
import { SilenceClock } from './silence-clock.ts'
import type { Timeouts } from './timeouts.ts'

// Made once: the reason that `abort` makes by itself, with its stack, costs more than all of the call's timers.
const over = new DOMException('The call is over.', 'AbortError')

/** What a `TimedCall` obeys. */
export interface TimedCallOptions {
  timeouts: Timeouts
  signal: AbortSignal | undefined
  timeoutError: (phase: TimeoutPhase, limitMs: number) => Error
}

/** One call to a vendor, ended by the caller's signal or by a timer, whichever comes first. */
export class TimedCall {
  /** Aborting it closes the vendor's socket. */
  readonly controller: AbortController = new AbortController()
  readonly #clock: SilenceClock
  readonly #signal: AbortSignal | undefined
  #failure: Error | undefined
  #closed = false
  #rejectWait: ((error: Error) => void) | undefined

  constructor(options: TimedCallOptions) {
    this.#clock = new SilenceClock(options.timeouts, (phase, limitMs) =>
      this.#fail(options.timeoutError(phase, limitMs)),
    )
    this.#signal = options.signal
    if (this.#signal?.aborted) this.#failure = new AbortError(this.#signal.reason)
    else this.#signal?.addEventListener('abort', this.#onAbort, { once: true })
  }

  /** Why the call was ended from our side, if it was. */
  get failure(): Error | undefined {
    return this.#failure
  }

  /** Waits for the vendor under the timers; rejects at once when the call is ended. */
  wait<T>(work: () => Promise<T>): Promise<T> {
    return this.#until(() => {
      this.#clock.start()
      return work()
    })
  }

  /** Waits for what is not the vendor's doing, such as its SDK to be loaded; no timer runs. */
  untimed<T>(work: () => Promise<T>): Promise<T> {
    return this.#until(work)
  }

  #until<T>(work: () => Promise<T>): Promise<T> {
    if (this.#failure) return Promise.reject(this.#failure)
    // One slot instead of Promise.race: a race would leave a reaction behind for every chunk.
    return new Promise<T>((resolve, reject) => {
      this.#rejectWait = reject
      work().then(
        (value) => {
          this.#clock.stop()
          resolve(value)
        },
        (error: unknown) => {
          this.#clock.stop()
          reject(error)
        },
      )
    })
  }

  /** Content came; `nextWithinMs` replaces the idle limit. */
  heard(nextWithinMs?: number): void {
    this.#clock.heard(nextWithinMs)
  }

  /** From now on the caller's signal ends nothing: it has what it asked for. */
  ignoreSignal(): void {
    this.#signal?.removeEventListener('abort', this.#onAbort)
  }

  /** The reply was read to its end: removes the listener and the timer, and leaves the socket for reuse. */
  complete(): void {
    this.#closed = true
    this.#clock.close()
    this.ignoreSignal()
  }

  /** Ends the call: what `complete` does, and the socket is closed unless the call was complete. */
  close(): void {
    if (this.#closed) return
    this.complete()
    this.controller.abort(over)
  }

  readonly #onAbort = (): void => this.#fail(new AbortError(this.#signal?.reason))

  #fail(error: Error): void {
    this.#failure ??= error
    this.controller.abort()
    this.#rejectWait?.(this.#failure)
  }
}
