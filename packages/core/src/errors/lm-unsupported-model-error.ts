import { LMInvalidRequestError } from './lm-invalid-request-error.ts'

/** The provider does not know the model, or the account may not use it. */
export class LMUnsupportedModelError extends LMInvalidRequestError {
  static override readonly kind: string = 'LMUnsupportedModelError'
  override readonly code = 'lm_unsupported_model'
}
