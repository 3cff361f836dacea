import type { LMConfig } from '../../lm/lm-config.ts'
import type { LMMessage } from '../../lm/lm-message.ts'
import type { LMResponse } from '../../lm/lm-response.ts'
import type { ErrorFacts } from '../error-facts.ts'
import type { ModuleFrame } from '../module-frame.ts'

/**
 * What is kept of a call until someone asks: references only, and of LM and modules no more than who
 * they are, so that the history keeps neither them nor a signal alive.
 */
export interface CallEntry {
  /** The id that callbacks were told, or a number to make one of. */
  readonly callId: string | number
  readonly model: string
  readonly lm: number
  readonly predictor: number | undefined
  readonly predictorName: string | undefined
  readonly modules: ModuleFrame | undefined
  readonly messages: readonly LMMessage[]
  readonly config: LMConfig | undefined
  readonly streamed: boolean
  readonly result: LMResponse | { readonly error: ErrorFacts; readonly costUSD: number | null }
  /** Milliseconds on the clock of `performance.now()`. */
  readonly startedAt: number
  readonly endedAt: number
  readonly firstEventMs: number | undefined
  readonly bytes: number
}
