import { WireObject } from '../internal/wire-object.ts'
import { factsFromBody } from './facts-from-body.ts'
import type { FailureFacts } from './failure-facts.ts'
import { rateLimitsFrom } from './rate-limits-from.ts'
import { retryAfterMs } from './retry-after.ts'

const longestMessage = 500

/**
 * Reads an `APIError` of the `openai` and `@anthropic-ai/sdk` packages, which share their shape;
 * undefined for their connection errors and for everything else.
 */
export function factsFromSDKError(error: unknown): FailureFacts | undefined {
  const fields = error instanceof Error ? WireObject.of(error) : undefined
  const status = fields?.number('status')
  if (!fields || (status === undefined && !fields.has('error'))) return undefined
  const body = factsFromBody(fields.json('error'))
  const headers: unknown = error instanceof Error && 'headers' in error ? error.headers : undefined
  return {
    ...body,
    status: status ?? body.status,
    // Without a JSON body the message holds the text of the page.
    message: body.message || (fields.text('message') ?? '').slice(0, longestMessage),
    retryAfterMs:
      (headers instanceof Headers ? retryAfterMs(headers) : undefined) ?? body.retryAfterMs,
    requestId: fields.text('requestID'),
    rateLimits: headers instanceof Headers ? rateLimitsFrom(headers) : undefined,
  }
}
