import { OckhamError } from './ockham-error.ts'

/** The caller's `AbortSignal` fired; `cause` is the signal's reason, `partial` what was done before. */
export class AbortError extends OckhamError {
  static override readonly kind: string = 'AbortError'
  override readonly code = 'aborted'
  readonly partial: unknown

  constructor(reason?: unknown, partial?: unknown) {
    super('The operation was aborted by its signal.', { cause: reason })
    this.partial = partial
  }
}
