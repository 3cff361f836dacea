import type { LMErrorOptions } from './lm-error.ts'
import { LMInvalidRequestError } from './lm-invalid-request-error.ts'

/** How far a prompt is over, in tokens, where the provider told. */
export interface ContextSizes {
  promptTokens?: number | undefined
  limitTokens?: number | undefined
}

/** The prompt does not fit the context window of the model. */
export class ContextWindowExceededError extends LMInvalidRequestError {
  static override readonly kind: string = 'ContextWindowExceededError'
  override readonly code = 'context_window_exceeded'
  /** What the prompt takes, when the provider told. */
  declare readonly promptTokens?: number
  /** What the model takes, when the provider told. */
  declare readonly limitTokens?: number

  constructor(message: string, options: LMErrorOptions & ContextSizes = {}) {
    super(message, options)
    for (const name of ['promptTokens', 'limitTokens'] as const) {
      const value = options[name]
      if (value !== undefined) Object.defineProperty(this, name, { value, enumerable: true })
    }
  }
}
