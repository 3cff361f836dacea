import { OckhamError } from './ockham-error.ts'

/** A signature is malformed; `part` is the piece at fault. */
export class SignatureError extends OckhamError {
  static override readonly kind: string = 'SignatureError'
  override readonly code = 'signature'
  readonly part: string

  constructor(message: string, part: string) {
    super(message)
    this.part = part
  }
}
