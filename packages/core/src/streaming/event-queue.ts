import { AbortError } from '../errors/abort-error.ts'

type Resolve<Event> = (
  result: IteratorResult<Event, undefined> | Promise<IteratorResult<Event, undefined>>,
) => void

const over: IteratorReturnResult<undefined> = { done: true, value: undefined }

/**
 * Hands events from a producer to one consumer, once; the producer waits while a reading consumer is behind.
 * It is the iterator itself, and written out: a generator, or an object between, would add a fifth to the time of an event.
 */
export class EventQueue<Event> implements AsyncIterator<Event, undefined> {
  private isOver = false
  /** How many events wait; kept apart, so that an empty queue need not be looked into. */
  private size = 0
  /** Answers the call of `next` that waits. */
  private resolve: Resolve<Event> | undefined
  /** Further calls of `next`, made before that one was answered. */
  private others: Resolve<Event>[] | undefined
  private head = 0
  private isRead = false
  private failure: { error: unknown } | undefined
  private producers: (() => void)[] | undefined
  private readonly events: Event[] = []
  private readonly capacity: number
  private readonly left: () => void
  /** Makes the promise of an event that is yet to come; one function for all of them. */
  private readonly wait = (resolve: Resolve<Event>): void => {
    if (!this.resolve) this.resolve = resolve
    else {
      this.others ??= []
      this.others.push(resolve)
    }
  }

  /** `capacity`: how many events may wait before the producer does. `left` is called when the consumer leaves early. */
  constructor(capacity: number, left: () => void) {
    this.capacity = capacity
    this.left = left
  }

  /** The events in order; throws the producer's error at the end, if it failed. */
  read(): AsyncIterator<Event, undefined> {
    this.isRead = true
    return this
  }

  /** Adds an event; a returned promise resolves when the consumer has caught up. */
  push(event: Event): Promise<void> | undefined {
    if (this.isOver) return undefined
    const { resolve } = this
    if (resolve) {
      this.resolve = undefined
      if (this.others) this.resolve = this.others.shift()
      resolve({ done: false, value: event })
      return undefined
    }
    this.events.push(event)
    this.size += 1
    // Nobody may ever read (a caller can be after the prediction only), so waiting starts with reading.
    if (!this.isRead || this.size < this.capacity) return undefined
    return new Promise((resolve) => {
      this.producers ??= []
      this.producers.push(resolve)
    })
  }

  end(): void {
    this.isOver = true
    this.releaseProducers()
    for (; this.resolve; this.resolve = this.others?.shift()) this.resolve(this.conclude())
  }

  /** An abort leaves nothing to read but itself; before another error come the events that led to it. */
  fail(error: unknown): void {
    if (this.isOver) return
    if (AbortError.is(error)) this.drop()
    this.failure = { error }
    this.end()
  }

  next(): Promise<IteratorResult<Event, undefined>> {
    if (this.size > 0) {
      const event = this.events[this.head] as Event // the line above says that there is one
      this.head += 1
      this.size -= 1
      if (this.size === 0) {
        this.drop()
        this.releaseProducers()
      }
      return Promise.resolve({ done: false, value: event })
    }
    if (this.isOver) return this.conclude()
    return new Promise(this.wait)
  }

  async return(): Promise<IteratorResult<Event, undefined>> {
    this.failure = undefined
    this.drop()
    this.end()
    this.left()
    return over
  }

  // An error is thrown once; after it, as after the last event, the stream is over.
  private conclude(): Promise<IteratorResult<Event, undefined>> {
    const { failure } = this
    this.failure = undefined
    return failure ? Promise.reject(failure.error) : Promise.resolve(over)
  }

  private drop(): void {
    this.events.length = 0
    this.head = 0
    this.size = 0
  }

  private releaseProducers(): void {
    const waiting = this.producers
    this.producers = undefined
    if (waiting) for (const resolve of waiting) resolve()
  }
}
