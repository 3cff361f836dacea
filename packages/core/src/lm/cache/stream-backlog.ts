import type { LMStreamEvent } from '../lm-stream-event.ts'
import { DeltaLog } from './delta-log.ts'

/** What one reader of a shared stream has not read yet; deltas that pile up are merged. */
export class StreamBacklog {
  #restart: LMStreamEvent | undefined
  #first: Exclude<LMStreamEvent, { type: 'restart' | 'finish' }> | undefined
  #rest: DeltaLog | undefined

  /** A reader that comes late begins with what the others were shown. */
  constructor(history: DeltaLog | undefined) {
    this.#rest = history?.copy()
  }

  /** How much text waits to be read. */
  get characters(): number {
    return this.#rest?.characters ?? 0
  }

  push(event: Exclude<LMStreamEvent, { type: 'finish' }>): void {
    if (event.type === 'restart') {
      // What was not read yet need not be read any more.
      this.#restart = event
      this.#first = undefined
      this.#rest = undefined
    } else if (this.#first === undefined && this.#rest === undefined) this.#first = event
    else {
      this.#rest ??= new DeltaLog()
      if (this.#first) this.#rest.add(this.#first)
      this.#first = undefined
      this.#rest.add(event)
    }
  }

  take(): LMStreamEvent | undefined {
    const event = this.#restart ?? this.#first
    if (event === undefined) {
      const delta = this.#rest?.take()
      if (delta === undefined) this.#rest = undefined
      return delta
    }
    if (this.#restart) this.#restart = undefined
    else this.#first = undefined
    return event
  }
}
