import { OckhamError, type OckhamErrorOptions } from './ockham-error.ts'

/** A saved state does not fit the program; nothing was changed. */
export class StateError extends OckhamError {
  static override readonly kind: string = 'StateError'
  override readonly code = 'state'
  readonly differences: readonly string[]

  constructor(
    message: string,
    differences: readonly string[] = [],
    options: OckhamErrorOptions = {},
  ) {
    super(differences.length > 0 ? `${message}\n- ${differences.join('\n- ')}` : message, options)
    this.differences = differences
  }
}
