import type { LMErrorOptions } from './lm-error.ts'
import { LMProviderError } from './lm-provider-error.ts'

/** Which clock ran out: `request` is the provider's own 408, the others are ours. */
export type TimeoutPhase = 'request' | 'first-token' | 'idle' | 'total'

/** The LM did not answer in time. */
export class LMTimeoutError extends LMProviderError {
  static override readonly kind: string = 'LMTimeoutError'
  override readonly code = 'lm_timeout'
  readonly phase: TimeoutPhase

  constructor(message: string, options: LMErrorOptions & { phase: TimeoutPhase }) {
    super(message, options)
    this.phase = options.phase
  }
}
