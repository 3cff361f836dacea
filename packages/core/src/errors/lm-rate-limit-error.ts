import { LMProviderError } from './lm-provider-error.ts'

/** The provider asks to slow down (429); `retryAfterMs` says for how long, when known. */
export class LMRateLimitError extends LMProviderError {
  static override readonly kind: string = 'LMRateLimitError'
  override readonly code = 'lm_rate_limit'
}
