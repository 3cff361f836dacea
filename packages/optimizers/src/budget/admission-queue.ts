import { AbortError } from '@ockham/core'

/** Someone who waits. */
interface Entry<Item, Pass> {
  readonly item: Item
  admit(pass: Pass): void
  turnAway(error: unknown): void
}

/** Lets callers in by a rule and in the order of their arrival; one who cannot enter yet holds up the others. */
export class AdmissionQueue<Item, Pass> {
  private readonly rule: (item: Item) => Pass | undefined
  private readonly entries = new Set<Entry<Item, Pass>>()

  /** The rule returns a pass, or undefined to let the caller wait, or throws to turn the caller away. */
  constructor(rule: (item: Item) => Pass | undefined) {
    this.rule = rule
  }

  /** Resolves with a pass; throws what the rule throws, and `AbortError` when the signal fires first. */
  enter(item: Item, signal: AbortSignal | undefined): Promise<Pass> {
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        this.entries.delete(entry)
        signal?.removeEventListener('abort', abort)
      }
      const entry: Entry<Item, Pass> = {
        item,
        admit: (pass) => {
          leave()
          resolve(pass)
        },
        turnAway: (error) => {
          leave()
          reject(error)
        },
      }
      const abort = (): void => {
        entry.turnAway(new AbortError(signal?.reason))
        this.serve()
      }
      if (signal?.aborted === true) {
        abort()
        return
      }
      signal?.addEventListener('abort', abort)
      this.entries.add(entry)
      this.serve()
    })
  }

  /** Applies the rule again, to the first in the queue and on; call it when its answer may have changed. */
  serve(): void {
    for (const entry of this.entries) {
      try {
        const pass = this.rule(entry.item)
        if (pass === undefined) return
        entry.admit(pass)
      } catch (error) {
        entry.turnAway(error)
      }
    }
  }
}
