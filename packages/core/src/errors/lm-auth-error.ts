import { LMProviderError } from './lm-provider-error.ts'

/** The provider refused the credentials (401, 403). */
export class LMAuthError extends LMProviderError {
  static override readonly kind: string = 'LMAuthError'
  override readonly code = 'lm_auth'
}
