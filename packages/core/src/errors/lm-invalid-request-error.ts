import { LMProviderError } from './lm-provider-error.ts'

/** The provider rejected the request itself (400, 404, 422). */
export class LMInvalidRequestError extends LMProviderError {
  static override readonly kind: string = 'LMInvalidRequestError'
  override readonly code: string = 'lm_invalid_request'
}
