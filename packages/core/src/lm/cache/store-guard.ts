import type { ResolvedCacheOptions } from './cache-options.ts'
import { withinLimit } from './within-limit.ts'

type GuardOptions = Pick<ResolvedCacheOptions, 'storeTimeoutMs' | 'storeFailures' | 'storeRestMs'>

/** Asks a store within its time limit, and leaves one alone that failed too often in a row. */
export class StoreGuard {
  readonly #options: GuardOptions
  readonly #onFailure: (error: unknown, restMs: number) => void
  #failures = 0
  #restsUntil = Number.NEGATIVE_INFINITY

  constructor(options: GuardOptions, onFailure: (error: unknown, restMs: number) => void) {
    this.#options = options
    this.#onFailure = onFailure
  }

  /** What the store gave; undefined when it failed, took too long or is left alone. */
  async ask<T>(work: () => T | Promise<T>): Promise<T | undefined> {
    if (performance.now() < this.#restsUntil) return undefined
    // After its rest one request tries the store; the others wait for what comes of that.
    if (this.#failures >= this.#options.storeFailures) this.#rest()
    try {
      const result = await withinLimit(this.#options.storeTimeoutMs, work)
      this.#failures = 0
      this.#restsUntil = Number.NEGATIVE_INFINITY
      return result
    } catch (error) {
      this.#failures += 1
      const tired = this.#failures >= this.#options.storeFailures
      if (tired) this.#rest()
      this.#onFailure(error, tired ? this.#options.storeRestMs : 0)
      return undefined
    }
  }

  #rest(): void {
    this.#restsUntil = performance.now() + this.#options.storeRestMs
  }
}
