import type { LMRateLimits } from '@ockham/core'

/** What a vendor's answer says about a failure; every vendor's errors are reduced to this. */
export interface FailureFacts {
  /** HTTP status; absent for an error inside a successful response. */
  status?: number | undefined
  /** Codes and types, the most telling first. */
  codes: readonly string[]
  message: string
  retryAfterMs?: number | undefined
  requestId?: string | undefined
  rateLimits?: LMRateLimits | undefined
}
