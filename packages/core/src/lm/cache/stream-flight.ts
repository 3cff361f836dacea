import type { AbortError } from '../../errors/abort-error.ts'
import { LMUnexpectedError } from '../../errors/lm-unexpected-error.ts'
import type { LMStreamEvent } from '../lm-stream-event.ts'
import { DeltaLog } from './delta-log.ts'
import { type SharedStream, StreamReader } from './stream-reader.ts'
import { toCacheHit } from './to-cache-hit.ts'

type FinishEvent = Extract<LMStreamEvent, { type: 'finish' }>

/** Where the events of a shared stream come from. */
export interface StreamSource {
  open(signal: AbortSignal): Promise<AsyncIterator<LMStreamEvent>>
  /** Called with the last event before the readers get it. */
  finished(event: FinishEvent): Promise<void>
  /** Called once, when nobody can join any more. */
  closed(): void
}

/** How far a reader may be behind, and how much is kept for one that comes late; no real reply is as long. */
const longestBacklog = 4 * 1024 * 1024

/**
 * One stream of an LM for any number of readers. Whoever reads fastest sets the pace; one who is behind
 * gets what was missed in fewer, longer deltas. The LM's stream lives as long as anyone reads.
 */
export class StreamFlight implements SharedStream {
  readonly #source: StreamSource
  readonly #controller = new AbortController()
  readonly #readers = new Set<StreamReader>()
  #history: DeltaLog | undefined = new DeltaLog()
  #events: AsyncIterator<LMStreamEvent> | undefined
  #pulling = false
  #outcome: { event: FinishEvent | undefined } | { error: unknown } | undefined
  #billed = false

  constructor(source: StreamSource) {
    this.#source = source
  }

  get history(): DeltaLog | undefined {
    return this.#history
  }

  join(signal: AbortSignal | undefined): StreamReader {
    const reader = new StreamReader(this, signal)
    this.#readers.add(reader)
    return reader
  }

  ending(): { event: LMStreamEvent | undefined } | undefined {
    if (this.#outcome === undefined) return undefined
    if ('error' in this.#outcome) throw this.#outcome.error
    const { event } = this.#outcome
    if (event === undefined) return { event }
    // One of the readers bears the cost, each has a reply of its own.
    const response = this.#billed ? toCacheHit(event.response) : event.response
    this.#billed = true
    return { event: { type: 'finish', response } }
  }

  pull(): void {
    if (this.#pulling) return
    this.#pulling = true
    const next = this.#events ? nextOf(this.#events) : this.#first()
    next.then(this.#receive, this.#fail)
  }

  async leave(reader: StreamReader, reason?: AbortError): Promise<void> {
    this.#readers.delete(reader)
    if (this.#readers.size > 0 || this.#outcome !== undefined) return
    this.#land({ event: undefined })
    if (reason) this.#controller.abort(reason.cause)
    // The last reader waits until the LM has cleaned up, unless it aborts or the LM is at work.
    const closing = this.#closeEvents()
    if (!reason && !this.#pulling) await closing
    this.#controller.abort()
  }

  async #first(): Promise<IteratorResult<LMStreamEvent>> {
    this.#events = await this.#source.open(this.#controller.signal)
    return nextOf(this.#events)
  }

  readonly #receive = ({ done, value }: IteratorResult<LMStreamEvent>): void => {
    const event = done ? undefined : value
    if (this.#outcome) void this.#closeEvents()
    else if (event === undefined) this.#land({ event })
    else if (event.type === 'finish') void this.#finish(event)
    else this.#pass(event)
  }

  readonly #fail = (error: unknown): void => {
    if (this.#outcome === undefined) this.#land({ error })
  }

  #pass(event: Exclude<LMStreamEvent, { type: 'finish' }>): void {
    this.#pulling = false
    if (event.type === 'restart') this.#history?.clear()
    else this.#history?.add(event)
    if (this.#history && this.#history.characters > longestBacklog) this.#close()
    for (const reader of this.#readers) {
      reader.push(event)
      if (reader.behind > longestBacklog) reader.fail(tooFarBehind())
    }
  }

  async #finish(event: FinishEvent): Promise<void> {
    try {
      await this.#source.finished(event)
      if (this.#outcome === undefined) this.#land({ event })
    } catch (error) {
      this.#fail(error)
    }
    await this.#closeEvents()
  }

  #land(outcome: { event: FinishEvent | undefined } | { error: unknown }): void {
    this.#outcome = outcome
    this.#close()
    for (const reader of this.#readers) reader.end()
  }

  /** From here on nobody can join, so nobody needs the history. */
  #close(): void {
    if (this.#history === undefined) return
    this.#history = undefined
    this.#source.closed()
  }

  async #closeEvents(): Promise<void> {
    try {
      await this.#events?.return?.()
    } catch {
      // The readers have what they came for, or have left.
    }
  }
}

/** The next event; what is thrown at once, or is no promise, is made one. */
async function nextOf(
  events: AsyncIterator<LMStreamEvent>,
): Promise<IteratorResult<LMStreamEvent>> {
  return events.next()
}

function tooFarBehind(): LMUnexpectedError {
  return new LMUnexpectedError(
    `An identical stream was shared, and this reader fell more than ${longestBacklog} characters ` +
      'behind another one. Read faster, or make requests distinct with `rolloutId`.',
  )
}
