import { VendorFailure } from '../failure/vendor-failure.ts'
import type { WireObject } from '../internal/wire-object.ts'
import type { ReplicateClient } from './replicate-client.ts'

/** A prediction that costs money until it is over, and is canceled when nobody waits for it any more. */
export class RunningPrediction {
  readonly #client: ReplicateClient
  readonly #cancelURL: string | undefined
  readonly #signal: AbortSignal
  #isOver = false

  constructor(client: ReplicateClient, prediction: WireObject, signal: AbortSignal) {
    this.#client = client
    this.#cancelURL = prediction.object('urls')?.text('cancel')
    this.#signal = signal
    if (signal.aborted) this.#leave()
    else signal.addEventListener('abort', this.#leave, { once: true })
  }

  /** It has ended by itself. */
  over(): void {
    this.#isOver = true
    this.#signal.removeEventListener('abort', this.#leave)
  }

  /** Reading it failed; unless the prediction itself did, it still runs. */
  failed(error: unknown): void {
    const isItself = error instanceof VendorFailure && error.facts.status === undefined
    if (!isItself) this.#leave()
    this.over()
  }

  readonly #leave = (): void => {
    if (this.#isOver || this.#cancelURL === undefined) return
    this.#isOver = true
    this.#client.cancel(this.#cancelURL)
  }
}
