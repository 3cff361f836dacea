import { OckhamError, type OckhamErrorOptions } from './ockham-error.ts'

/** What is known of a prediction that did not pass. */
export interface AssertionErrorOptions extends OckhamErrorOptions {
  prediction?: unknown
  attempts?: number
}

/**
 * A prediction did not pass a check (DSPy 2.5: DSPyAssertionError); the message says why. Throw it in a
 * check to say so.
 */
export class AssertionError extends OckhamError {
  static override readonly kind: string = 'AssertionError'
  override readonly code = 'assertion'
  /** The last prediction, for want of a better one. */
  readonly prediction: unknown
  /** How often the module was asked. */
  readonly attempts: number

  constructor(message: string, options: AssertionErrorOptions = {}) {
    super(message, options)
    this.prediction = options.prediction
    this.attempts = options.attempts ?? 0
  }
}
