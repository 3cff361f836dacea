import { AbortError } from '../../errors/abort-error.ts'
import { longestTimerMs } from '../attempts/longest-timer.ts'
import type { Permit } from './permit.ts'

interface Waiter {
  readonly tokens: number
  readonly start: () => void
  readonly refuse: (error: Error) => void
}

/** Calls that wait for a place, in the order in which they came. */
export class CallQueue {
  readonly #waitMs: (tokens: number) => number
  readonly #start: (tokens: number) => Permit
  readonly #waiters = new Set<Waiter>()
  #tokens = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  /** `waitMs` is asked for the first waiter alone; `Infinity` means until `advance` is called. */
  constructor(waitMs: (tokens: number) => number, start: (tokens: number) => Permit) {
    this.#waitMs = waitMs
    this.#start = start
  }

  get size(): number {
    return this.#waiters.size
  }

  /** Tokens of all that wait. */
  get tokens(): number {
    return this.#tokens
  }

  /** Waits for its turn; rejects with `AbortError`, or with what `tooLong` makes after `maxWaitMs`. */
  join(
    tokens: number,
    signal: AbortSignal | undefined,
    maxWaitMs: number,
    tooLong: () => Error,
  ): Promise<Permit> {
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        clearTimeout(patience)
        signal?.removeEventListener('abort', abort)
        this.#waiters.delete(waiter)
        this.#tokens -= tokens
      }
      const giveUp = (error: Error): void => {
        waiter.refuse(error)
        // The next one may need less than the one that left.
        this.advance()
      }
      const abort = (): void => giveUp(new AbortError(signal?.reason))
      const patience =
        maxWaitMs > longestTimerMs ? undefined : setTimeout(() => giveUp(tooLong()), maxWaitMs)
      const waiter: Waiter = {
        tokens,
        start: () => {
          leave()
          resolve(this.#start(tokens))
        },
        refuse: (error) => {
          leave()
          reject(error)
        },
      }
      signal?.addEventListener('abort', abort, { once: true })
      this.#waiters.add(waiter)
      this.#tokens += tokens
      this.advance()
    })
  }

  /** Starts all whose turn it is, and sets the timer for the next. */
  advance(): void {
    clearTimeout(this.#timer)
    for (const waiter of this.#waiters) {
      const waitMs = this.#waitMs(waiter.tokens)
      if (waitMs > 0) {
        this.#wakeIn(waitMs)
        return
      }
      waiter.start()
    }
  }

  /** Turns away all that wait. */
  clear(why: () => Error): void {
    for (const waiter of this.#waiters) waiter.refuse(why())
  }

  /** Not unref'd: someone waits for it, and without waiters there is no timer. */
  #wakeIn(waitMs: number): void {
    if (waitMs === Number.POSITIVE_INFINITY) return
    this.#timer = setTimeout(() => this.advance(), Math.min(Math.ceil(waitMs), longestTimerMs))
  }
}
