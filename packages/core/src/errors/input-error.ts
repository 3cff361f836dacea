import { OckhamError } from './ockham-error.ts'

/** A call whose inputs do not match the signature. */
export class InputError extends OckhamError {
  static override readonly kind: string = 'InputError'
  override readonly code = 'input'
  readonly missing: readonly string[]
  readonly unexpected: readonly string[]

  constructor(
    message: string,
    fields: { missing?: readonly string[]; unexpected?: readonly string[] },
  ) {
    super(message)
    this.missing = fields.missing ?? []
    this.unexpected = fields.unexpected ?? []
  }
}
