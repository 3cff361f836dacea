import { AsyncLocalStorage } from 'node:async_hooks'
import type { LMResponse } from '@ockham/core'
import type { CallRecord } from './call-record.ts'

/** A reply that was paid for, by the name of what was asked; plain, so that a resumed run has it too. */
export type KeptReply = readonly [name: string, response: LMResponse, durationMs: number]

/** Some work of a run and the LM calls that it makes. */
export class CallScope {
  readonly calls: CallRecord[] = []
  /** Of calls that were made and answered. */
  readonly replies: KeptReply[] = []
  private readonly asked = new Map<string, number>()

  /** How often the same was asked before in this work. */
  count(name: string): number {
    const before = this.asked.get(name) ?? 0
    this.asked.set(name, before + 1)
    return before
  }

  /** Does the work: the calls it makes are told here, however deep they are made. */
  run<Result>(work: () => Result): Result {
    return storage.run(this, work)
  }
}

const storage = new AsyncLocalStorage<CallScope>()

/** The work that surrounds this call, if there is one. */
export function currentCallScope(): CallScope | undefined {
  return storage.getStore()
}
