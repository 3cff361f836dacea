import { AbortError } from '../../errors/abort-error.ts'
import { throwIfAborted } from '../attempts/throw-if-aborted.ts'

interface Flight<T> {
  readonly result: Promise<T>
  readonly controller: AbortController
  waiting: number
  landed: boolean
}

/** What a caller gets; all but one of the callers of a piece of work see it as shared. */
export interface Landing<T> {
  readonly value: T
  readonly shared: boolean
}

/** Lets concurrent callers with the same key share one piece of work. */
export class SingleFlight<T> {
  readonly #flights = new Map<string, Flight<T>>()

  /**
   * Starts the work or joins the one under way. A signal takes only its own caller out, with
   * `AbortError`; the work's own signal fires when the last caller has left.
   */
  async join(
    key: string,
    signal: AbortSignal | undefined,
    work: (signal: AbortSignal) => Promise<T>,
  ): Promise<Landing<T>> {
    throwIfAborted(signal)
    const flight = this.#flights.get(key) ?? this.#start(key, work)
    flight.waiting += 1
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        flight.waiting -= 1
        if (flight.waiting === 0) this.#abandon(key, flight, signal?.reason)
        reject(new AbortError(signal?.reason))
      }
      const stay = (): void => signal?.removeEventListener('abort', leave)
      signal?.addEventListener('abort', leave, { once: true })
      flight.result.then(
        (value) => {
          stay()
          // A caller that left takes no landing: the bill goes to the first one still here.
          if (signal?.aborted) return
          resolve({ value, shared: flight.landed })
          flight.landed = true
        },
        (error: unknown) => {
          stay()
          reject(error)
        },
      )
    })
  }

  #start(key: string, work: (signal: AbortSignal) => Promise<T>): Flight<T> {
    const controller = new AbortController()
    const result = work(controller.signal)
    const flight: Flight<T> = { result, controller, waiting: 0, landed: false }
    this.#flights.set(key, flight)
    const remove = (): void => this.#remove(key, flight)
    result.then(remove, remove)
    return flight
  }

  #abandon(key: string, flight: Flight<T>, reason: unknown): void {
    this.#remove(key, flight)
    flight.controller.abort(reason)
  }

  #remove(key: string, flight: Flight<T>): void {
    if (this.#flights.get(key) === flight) this.#flights.delete(key)
  }
}
