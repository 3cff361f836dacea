import { OckhamError } from './ockham-error.ts'

/** More runs of an evaluation or a batch failed than may; `partial` holds what was finished. */
export class TooManyErrorsError extends OckhamError {
  static override readonly kind: string = 'TooManyErrorsError'
  override readonly code = 'too_many_errors'
  readonly partial: unknown

  constructor(options: { errors: number; cause: unknown; partial: unknown }) {
    super(
      `${options.errors} runs failed, more than \`maxErrors\` allows. The last failed with: ${String(options.cause)}`,
      { cause: options.cause },
    )
    this.partial = options.partial
  }
}
