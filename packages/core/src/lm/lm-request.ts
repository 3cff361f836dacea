import type { Allowance } from './attempts/allowance.ts'
import type { LMConfig } from './lm-config.ts'
import type { LMMessage } from './lm-message.ts'

/** One call to an LM. */
export interface LMRequest {
  messages: LMMessage[]
  config?: LMConfig
  signal?: AbortSignal
  /** What all calls made for this request may still spend; the outermost owner of attempts sets it. */
  allowance?: Allowance
}
