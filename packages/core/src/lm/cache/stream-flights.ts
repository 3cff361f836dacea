import type { LMResponse } from '../lm-response.ts'
import type { LMStreamEvent } from '../lm-stream-event.ts'
import { StreamFlight } from './stream-flight.ts'

/** Makes a stream, and keeps the reply it ended with. */
interface Work {
  open(signal: AbortSignal): Promise<AsyncIterator<LMStreamEvent>>
  keep(response: LMResponse): Promise<void>
}

/** Lets concurrent readers with the same key share one stream. */
export class StreamFlights {
  readonly #flights = new Map<string, StreamFlight>()

  /** Whether a stream with this key is under way, so that who reads it now shares it. */
  has(key: string): boolean {
    return this.#flights.has(key)
  }

  /**
   * The events of the stream under way, from its beginning, or of a new one. A signal takes out its own
   * reader only, with `AbortError`; the signal of the work fires when the last reader has left.
   */
  join(key: string, signal: AbortSignal | undefined, work: Work): AsyncIterator<LMStreamEvent> {
    const flight = this.#flights.get(key) ?? this.#start(key, work)
    return flight.join(signal)
  }

  #start(key: string, work: Work): StreamFlight {
    const flight = new StreamFlight({
      open: (signal) => work.open(signal),
      finished: (event) => work.keep(event.response),
      closed: () => {
        if (this.#flights.get(key) === flight) this.#flights.delete(key)
      },
    })
    this.#flights.set(key, flight)
    return flight
  }
}
