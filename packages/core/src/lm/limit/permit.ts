import type { LMResponse } from '../lm-response.ts'

/** How a call ended; empty when it was left before it did. */
export type CallOutcome = { response: LMResponse } | { error: unknown } | Record<string, never>

/** A place among the calls under way. */
export interface Permit {
  /** Gives the place back; only the first call counts. */
  release(outcome: CallOutcome): void
}
