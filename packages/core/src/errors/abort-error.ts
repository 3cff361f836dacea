import { OckhamError } from './ockham-error.ts'

/** The caller's `AbortSignal` fired; `cause` is the signal's reason. */
export class AbortError extends OckhamError {
  static override readonly kind: string = 'AbortError'
  override readonly code = 'aborted'

  constructor(reason?: unknown) {
    super('The operation was aborted by its signal.', { cause: reason })
  }
}
