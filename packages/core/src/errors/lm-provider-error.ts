import { LMError } from './lm-error.ts'

/** The provider answered, and the answer is an error. */
export class LMProviderError extends LMError {
  static override readonly kind: string = 'LMProviderError'
  override readonly code: string = 'lm_provider'
}
