import type { LMError } from '../errors/lm-error.ts'
import type { LMResponse } from './lm-response.ts'

/** What an LM stream yields; `index` is the completion, and the last event is always `finish`. */
export type LMStreamEvent =
  | { type: 'text-delta'; index: number; text: string }
  | { type: 'reasoning-delta'; index: number; text: string }
  | {
      type: 'tool-call-delta'
      index: number
      /** Position of the call within the completion. */
      call: number
      id?: string
      name?: string
      arguments?: string
    }
  /** What was yielded so far is void: another LM or attempt starts from the beginning. */
  | { type: 'restart'; reason: LMError }
  | { type: 'finish'; response: LMResponse }
