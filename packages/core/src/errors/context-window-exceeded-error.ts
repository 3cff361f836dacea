import { LMInvalidRequestError } from './lm-invalid-request-error.ts'

/** The prompt does not fit the context window of the model. */
export class ContextWindowExceededError extends LMInvalidRequestError {
  static override readonly kind: string = 'ContextWindowExceededError'
  override readonly code = 'context_window_exceeded'
}
