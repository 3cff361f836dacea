import { createParser, type EventSourceParser } from 'eventsource-parser'
import type { ServerEvent } from './server-event.ts'

/** Turns the bytes of a body into server-sent events; an event beyond the limit is an error. */
export class EventDecoder {
  readonly #text = new TextDecoder()
  readonly #parser: EventSourceParser
  #events: ServerEvent[] = []
  #overflow: Error | undefined

  /** @param maxEventLength how much of one event is held while it is incomplete, in characters */
  constructor(maxEventLength: number) {
    this.#parser = createParser({
      maxBufferSize: maxEventLength,
      onEvent: ({ event, data }) => {
        this.#events.push({ event, data, isCut: false })
      },
      // Lines that are no fields are ignored, as browsers do.
      onError: ({ type }) => {
        if (type !== 'max-buffer-size-exceeded') return
        this.#overflow = new Error(`an event is longer than ${maxEventLength} characters.`)
      },
    })
  }

  /** The events that this piece of the body completes. */
  push(bytes: Uint8Array): ServerEvent[] {
    return this.#feed(this.#text.decode(bytes, { stream: true }))
  }

  /** The event the body ended in, if any. */
  rest(): ServerEvent[] {
    return this.#feed(`${this.#text.decode()}\n\n`).map((event) => ({ ...event, isCut: true }))
  }

  #feed(text: string): ServerEvent[] {
    this.#parser.feed(text)
    if (this.#overflow) throw this.#overflow
    const events = this.#events
    this.#events = []
    return events
  }
}
