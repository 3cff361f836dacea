import { OckhamError } from './ockham-error.ts'

/** An evaluation met more failing rows than it may; `partial` holds the rows that were finished. */
export class TooManyErrorsError extends OckhamError {
  static override readonly kind: string = 'TooManyErrorsError'
  override readonly code = 'too_many_errors'
  readonly partial: unknown

  constructor(options: { errors: number; cause: unknown; partial: unknown }) {
    super(
      `${options.errors} rows failed, more than \`maxErrors\` allows. The first failed with: ${String(options.cause)}`,
      { cause: options.cause },
    )
    this.partial = options.partial
  }
}
