import type { BreakerOptions } from './breaker-options.ts'

/** Enough for any rate to mean something; a busy route must not make the memory grow. */
const longestMemory = 100

interface Outcome {
  readonly at: number
  readonly ok: boolean
}

/** How the last calls of a route ended. */
export class OutcomeWindow {
  #outcomes: Outcome[] = []

  add(ok: boolean, at: number): void {
    this.#outcomes.push({ at, ok })
    if (this.#outcomes.length > longestMemory) this.#outcomes.shift()
  }

  clear(): void {
    this.#outcomes = []
  }

  /** Whether so many failed, in a row or in part, that the route should be left alone. */
  isBad(options: Required<BreakerOptions>, now: number): boolean {
    let calls = 0
    let failures = 0
    let inARow = 0
    for (const { at, ok } of this.#outcomes.toReversed()) {
      if (at < now - options.windowMs) break
      calls += 1
      if (ok) continue
      failures += 1
      if (failures === calls) inARow += 1
    }
    if (inARow >= options.failures) return true
    return calls >= options.minimumCalls && failures / calls >= options.failureRate
  }
}
