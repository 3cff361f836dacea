import { LMError } from './lm-error.ts'

/** The reply is not what the protocol promises, such as HTML or an empty list of choices. */
export class LMUnexpectedError extends LMError {
  static override readonly kind: string = 'LMUnexpectedError'
  override readonly code = 'lm_unexpected'
}
