import type { VendorOptions } from '@ockham/adapters'
import { type LM, LMError, type LMRequest } from '@ockham/core'
import { expect } from 'vitest'
import { rightAnswer } from '../wall/behaviours/answers.ts'
import type { Wall } from '../wall/wall.ts'
import { ask, type Way, ways } from './ask.ts'
import { lmAt, type Speech } from './lm-at.ts'
import type { Outcome } from './outcome.ts'

/** What a case plays with: a wall, LMs on it, and an account of all that was asked. */
export class Scene {
  readonly wall: Wall
  readonly #asked = new Set<LM>()
  readonly #outcomes: Outcome[] = []

  constructor(wall: Wall) {
    this.wall = wall
  }

  /** An LM on the wall. */
  lm(model: string, options?: VendorOptions, wire?: Speech): LM {
    return lmAt(this.wall, model, options, wire)
  }

  /** Calls an LM and keeps the outcome for the final account. */
  async ask(lm: LM, way: Way, request?: LMRequest): Promise<Outcome> {
    this.#asked.add(lm)
    const outcome = await ask(lm, way, request)
    this.#outcomes.push(outcome)
    return outcome
  }

  /** The same call, which must give the right answer. */
  async right(lm: LM, way: Way, request?: LMRequest): Promise<Outcome> {
    const outcome = await this.ask(lm, way, request)
    if (outcome.error !== undefined) throw outcome.error
    expect(outcome.text).toBe(rightAnswer)
    return outcome
  }

  /** The same call, which must throw. */
  async fails(lm: LM, way: Way, request?: LMRequest): Promise<Outcome & { error: LMError }> {
    const outcome = await this.ask(lm, way, request)
    expect(outcome.response).toBeUndefined()
    // Callers of LMs with no signal see nothing but LMErrors.
    if (!LMError.is(outcome.error)) throw outcome.error
    return { ...outcome, error: outcome.error }
  }

  /** How many requests for a model came in. */
  requests(model: string): number {
    return this.wall.of(model).requests.length
  }

  /** What callers were told they pay is what the wall billed. */
  checkCost(): void {
    const told = this.#outcomes.map(({ response, error }) =>
      response ? response.costUSD : LMError.is(error) ? error.costUSD : undefined,
    )
    const sum = told.reduce<number>((total, costUSD) => total + (costUSD ?? 0), 0)
    expect(sum).toBeCloseTo(this.wall.billedUSD, 9)
  }

  /** Every LM that was asked answers as it should once the wall does. */
  async checkHealth(): Promise<void> {
    for (const lm of this.#asked) {
      for (const way of ways) {
        const { text, error } = await ask(lm, way)
        if (error !== undefined) throw error
        expect(text).toBe(rightAnswer)
      }
    }
  }
}
