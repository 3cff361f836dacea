/** Hands events from a producer to one consumer; the producer waits while a reading consumer is behind. */
export class EventQueue<Event> {
  private readonly capacity: number
  private events: Event[] = []
  private head = 0
  private ended = false
  private failure: { error: unknown } | undefined
  private reading = false
  private wakeConsumer: (() => void) | undefined
  private wakeProducers: (() => void)[] = []

  /** `capacity`: how many events may wait before the producer does. */
  constructor(capacity: number) {
    this.capacity = capacity
  }

  /** Adds an event; a returned promise resolves when the consumer has caught up. */
  push(event: Event): Promise<void> | undefined {
    this.events.push(event)
    this.wake()
    // Nobody may ever read (a caller can be after the prediction only), so waiting starts with reading.
    if (!this.reading || this.events.length - this.head < this.capacity) return undefined
    return new Promise((resolve) => this.wakeProducers.push(resolve))
  }

  end(): void {
    this.ended = true
    this.wake()
  }

  fail(error: unknown): void {
    this.failure = { error }
    this.end()
  }

  /** The events in order, once; ends with the producer's error, if it failed. Calls `left` when reading ends. */
  async *read(left: () => void): AsyncGenerator<Event, void, undefined> {
    this.reading = true
    try {
      while (true) {
        const event = this.events[this.head]
        if (this.head < this.events.length && event !== undefined) {
          this.head += 1
          if (this.head === this.events.length) this.rewind()
          yield event
        } else if (this.ended) {
          if (this.failure) throw this.failure.error
          return
        } else {
          await new Promise<void>((resolve) => {
            this.wakeConsumer = resolve
          })
        }
      }
    } finally {
      this.reading = false
      this.wakeAllProducers()
      left()
    }
  }

  private rewind(): void {
    this.events = []
    this.head = 0
    this.wakeAllProducers()
  }

  private wake(): void {
    this.wakeConsumer?.()
    this.wakeConsumer = undefined
  }

  private wakeAllProducers(): void {
    const waiting = this.wakeProducers
    this.wakeProducers = []
    for (const resolve of waiting) resolve()
  }
}
