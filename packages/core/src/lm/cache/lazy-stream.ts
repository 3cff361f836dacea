import type { LMStreamEvent } from '../lm-stream-event.ts'

type Result = IteratorResult<LMStreamEvent, void>

/** A stream that is opened by its first reader, like that of a generator, and costs nothing more. */
export class LazyStream implements AsyncIterableIterator<LMStreamEvent, void> {
  readonly #open: () => AsyncIterator<LMStreamEvent>
  #events: AsyncIterator<LMStreamEvent> | undefined
  #ended = false

  constructor(open: () => AsyncIterator<LMStreamEvent>) {
    this.#open = open
  }

  next(): Promise<Result> {
    if (this.#ended) return ended()
    try {
      this.#events ??= this.#open()
      return this.#events.next()
    } catch (error) {
      this.#ended = true
      return Promise.reject(error)
    }
  }

  return(): Promise<Result> {
    this.#ended = true
    return this.#events?.return?.() ?? ended()
  }

  [Symbol.asyncIterator](): this {
    return this
  }
}

function ended(): Promise<Result> {
  return Promise.resolve({ done: true, value: undefined })
}
