import type { LMConfig } from './lm-config.ts'
import type { LMMessage } from './lm-message.ts'

/** One call to an LM. */
export interface LMRequest {
  messages: LMMessage[]
  config?: LMConfig
  signal?: AbortSignal
}
