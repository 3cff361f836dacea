import { LMProviderError } from './lm-provider-error.ts'

/** The provider failed (5xx, overloaded). */
export class LMServerError extends LMProviderError {
  static override readonly kind: string = 'LMServerError'
  override readonly code = 'lm_server'
}
