import { LMError, type LMErrorOptions } from './lm-error.ts'

/** No LM of a `fallback` or the like replied; `errors` holds one error for each that was asked, in order. */
export class AllRoutesFailedError extends LMError {
  static override readonly kind: string = 'AllRoutesFailedError'
  override readonly code = 'all_routes_failed'
  readonly errors: readonly unknown[]

  constructor(message: string, options: LMErrorOptions & { errors: readonly unknown[] }) {
    super(message, options)
    this.errors = options.errors
  }
}
