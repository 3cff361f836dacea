import { LMRateLimitError } from '../../errors/lm-rate-limit-error.ts'

/** The error of a call that our own limit turned away: no provider was asked, so it has no `status`. */
export function refusedCall(why: string, retryAfterMs: number): LMRateLimitError {
  return new LMRateLimitError(
    `The call was not made: ${why}. Send fewer calls at once, raise the limit, or add another LM with \`fallback\`.`,
    { retryAfterMs: Math.max(1, Math.ceil(retryAfterMs)) },
  )
}
