import { OckhamError, type OckhamErrorOptions } from './ockham-error.ts'

/** What is known about a failed LM call. */
export interface LMErrorOptions extends OckhamErrorOptions {
  model?: string | undefined
  provider?: string | undefined
  /** HTTP status, when a server answered. */
  status?: number | undefined
  /** The provider's own error code, such as `insufficient_quota`. */
  providerCode?: string | undefined
  requestId?: string | undefined
  /** How long the provider asked to wait, in milliseconds. */
  retryAfterMs?: number | undefined
}

/** The root of everything that can go wrong with an LM call. */
export class LMError extends OckhamError {
  static override readonly kind: string = 'LMError'
  override readonly code: string = 'lm'
  readonly model: string | undefined
  readonly provider: string | undefined
  readonly status: number | undefined
  readonly providerCode: string | undefined
  readonly requestId: string | undefined
  readonly retryAfterMs: number | undefined

  constructor(message: string, options: LMErrorOptions = {}) {
    super(message, options)
    this.model = options.model
    this.provider = options.provider
    this.status = options.status
    this.providerCode = options.providerCode
    this.requestId = options.requestId
    this.retryAfterMs = options.retryAfterMs
  }
}
