import { AbortError } from '../../errors/abort-error.ts'
import type { LMStreamEvent } from '../lm-stream-event.ts'
import type { DeltaLog } from './delta-log.ts'
import { StreamBacklog } from './stream-backlog.ts'

/** What a reader needs of the stream it shares. */
export interface SharedStream {
  /** What the reader missed by coming late. */
  readonly history: DeltaLog | undefined
  /** How the stream ended, for the next reader to be told: an event, nothing, or a throw; undefined before. */
  ending(): { event: LMStreamEvent | undefined } | undefined
  /** Asks for one more event. */
  pull(): void
  /** Takes a reader out; resolves when the stream is closed, if it was the last one. */
  leave(reader: StreamReader, reason?: AbortError): Promise<void>
}

type Result = IteratorResult<LMStreamEvent, void>

interface Waiting {
  resolve: (result: Result) => void
  reject: (error: unknown) => void
}

// Written out, since a generator would take more time for a chunk than all the rest.
/** One reader of a shared stream. Its signal takes it out at once, with `AbortError`. */
export class StreamReader implements AsyncIterableIterator<LMStreamEvent, void> {
  readonly #stream: SharedStream
  readonly #signal: AbortSignal | undefined
  readonly #backlog: StreamBacklog
  #waiting: Waiting | undefined
  #last: Promise<Result> | undefined
  #left = false
  /** What the next call throws. */
  #error: { error: unknown } | undefined

  constructor(stream: SharedStream, signal: AbortSignal | undefined) {
    this.#stream = stream
    this.#signal = signal
    this.#backlog = new StreamBacklog(stream.history)
    signal?.addEventListener('abort', this.#abort)
  }

  /** Characters that wait to be read. */
  get behind(): number {
    return this.#backlog.characters
  }

  next(): Promise<Result> {
    if (this.#error) return this.#throw(this.#error)
    if (this.#left) return Promise.resolve({ done: true, value: undefined })
    if (this.#waiting) return this.#afterwards()
    const event = this.#backlog.take()
    if (event) return Promise.resolve({ done: false, value: event })
    const promise = new Promise<Result>((resolve, reject) => {
      this.#waiting = { resolve, reject }
    })
    this.#last = promise
    if (!this.#settle()) this.#stream.pull()
    return promise
  }

  async return(): Promise<Result> {
    this.#waiting?.resolve({ done: true, value: undefined })
    await this.#leave()
    return { done: true, value: undefined }
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  /** Hands on an event, at once or when the reader asks for it. */
  push(event: Exclude<LMStreamEvent, { type: 'finish' }>): void {
    const waiting = this.#waiting
    if (waiting === undefined) this.#backlog.push(event)
    else {
      this.#waiting = undefined
      waiting.resolve({ done: false, value: event })
    }
  }

  /** The stream has ended: who waits is told. */
  end(): void {
    if (this.#waiting) this.#settle()
  }

  /** Ends this reader alone, with an error. */
  fail(error: unknown, reason?: AbortError): void {
    const waiting = this.#waiting
    if (waiting) waiting.reject(error)
    else this.#error = { error }
    void this.#leave(reason)
  }

  #settle(): boolean {
    const waiting = this.#waiting
    try {
      const ending = this.#stream.ending()
      if (ending === undefined) return false
      const { event } = ending
      if (event) waiting?.resolve({ done: false, value: event })
      else waiting?.resolve({ done: true, value: undefined })
    } catch (error) {
      waiting?.reject(error)
    }
    void this.#leave()
    return true
  }

  readonly #abort = (): void => {
    const error = new AbortError(this.#signal?.reason)
    this.fail(error, error)
  }

  /** Who asks for more before the last event came is served in order. */
  async #afterwards(): Promise<Result> {
    await this.#last?.catch(() => undefined)
    return this.next()
  }

  #throw({ error }: { error: unknown }): Promise<Result> {
    this.#error = undefined
    return Promise.reject(error)
  }

  #leave(reason?: AbortError): Promise<void> {
    this.#waiting = undefined
    this.#left = true
    this.#signal?.removeEventListener('abort', this.#abort)
    return this.#stream.leave(this, reason)
  }
}
