import type { Allowance } from '../attempts/allowance.ts'
import { knownCost } from '../attempts/known-cost.ts'
import type { LM } from '../lm.ts'
import type { LMRequest } from '../lm-request.ts'
import type { LMStreamEvent } from '../lm-stream-event.ts'
import { streamTruncated } from '../stream/stream-truncated.ts'

/** One of the streams that race, with a signal of its own. */
export class HedgeRunner {
  readonly lm: LM
  readonly #controller = new AbortController()
  readonly #lent: Allowance
  readonly #iterator: AsyncIterator<LMStreamEvent>
  #finished = false

  /** Throws what the LM throws instead of making a stream. */
  constructor(lm: LM, request: LMRequest, lent: Allowance) {
    this.lm = lm
    this.#lent = lent
    const own = { ...request, signal: this.#controller.signal, allowance: lent }
    this.#iterator = lm.stream(own)[Symbol.asyncIterator]()
  }

  /** The first event with something in it. */
  async firstContent(): Promise<LMStreamEvent> {
    for (;;) {
      const event = await this.next()
      if (isContent(event)) return event
    }
  }

  /** The next event; throws when the stream fails or ends without its `finish`. */
  async next(): Promise<LMStreamEvent> {
    try {
      const { done, value } = await this.#iterator.next()
      if (done) throw streamTruncated(this.lm.model)
      if (value.type === 'finish') {
        this.#finished = true
        this.#lent.settle(value.response)
      }
      return value
    } catch (error) {
      this.#lent.settle({ costUSD: knownCost(error) ?? null })
      throw error
    }
  }

  /** Ends the stream, and does not wait until it is closed: a stuck one must hold nobody up. */
  stop(reason?: unknown): void {
    // One that has finished may keep its connection for the next call.
    if (!this.#finished) this.#controller.abort(reason)
    void this.#close()
  }

  async #close(): Promise<void> {
    try {
      await this.#iterator.return?.()
    } catch {
      // It was left, so how it ends is of no interest.
    }
  }
}

function isContent(event: LMStreamEvent): boolean {
  if (event.type === 'text-delta' || event.type === 'reasoning-delta') return event.text !== ''
  return event.type !== 'restart'
}
