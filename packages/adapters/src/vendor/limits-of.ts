import { rateLimitsFrom } from '../failure/rate-limits-from.ts'
import type { ReplyPart } from '../reply/reply-part.ts'

/** What a response's headers say about rate limits, as the first parts of its reply. */
export function limitsOf(response: Response): readonly ReplyPart[] {
  const limits = rateLimitsFrom(response.headers)
  return limits ? [{ type: 'limits', limits }] : []
}
