import { OckhamError, type OckhamErrorOptions } from './ockham-error.ts'

/** What is known about code that never worked. */
export interface CodeGenerationErrorOptions extends OckhamErrorOptions {
  /** The last code that was tried, or the reply that held none. */
  generatedCode: string
  /** Why it did not do. */
  reason: string
  attempts: number
}

/** An LM wrote code several times, and none of it ran to a result. */
export class CodeGenerationError extends OckhamError {
  static override readonly kind: string = 'CodeGenerationError'
  override readonly code = 'code_generation'
  readonly generatedCode: string
  readonly reason: string
  readonly attempts: number

  constructor(options: CodeGenerationErrorOptions) {
    const { attempts, generatedCode, reason } = options
    super(
      `None of ${attempts} attempts at code gave a result; raise maxIters or use a stronger model. ` +
        `The last one: ${reason}`,
      options,
    )
    this.generatedCode = generatedCode
    this.reason = reason
    this.attempts = attempts
  }
}
