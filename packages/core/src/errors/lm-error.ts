import type { LMRateLimits } from './lm-rate-limits.ts'
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
  /** US dollars that the failed call is known to have cost. */
  costUSD?: number | undefined
  /** What the response headers said about rate limits. */
  rateLimits?: LMRateLimits | undefined
}

const factNames = [
  'model',
  'provider',
  'status',
  'providerCode',
  'requestId',
  'retryAfterMs',
  'costUSD',
  'rateLimits',
] as const

/** The root of everything that can go wrong with an LM call. */
export class LMError extends OckhamError {
  static override readonly kind: string = 'LMError'
  override readonly code: string = 'lm'
  declare readonly model?: string
  declare readonly provider?: string
  declare readonly status?: number
  declare readonly providerCode?: string
  declare readonly requestId?: string
  declare readonly retryAfterMs?: number
  declare readonly costUSD?: number
  declare readonly rateLimits?: LMRateLimits

  constructor(message: string, options: LMErrorOptions = {}) {
    super(message, options)
    // Only what is known becomes a property, so that a printed error is short.
    for (const name of factNames) {
      const value = options[name]
      if (value !== undefined) Object.defineProperty(this, name, { value, enumerable: true })
    }
  }
}
