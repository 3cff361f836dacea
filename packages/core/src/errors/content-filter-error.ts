import { LMInvalidRequestError } from './lm-invalid-request-error.ts'

/** The provider blocked the prompt or the reply on policy grounds. */
export class ContentFilterError extends LMInvalidRequestError {
  static override readonly kind: string = 'ContentFilterError'
  override readonly code = 'content_filter'
}
