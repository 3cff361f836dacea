import { WireObject } from '../internal/wire-object.ts'
import { factsFromBody } from './facts-from-body.ts'
import type { FailureFacts } from './failure-facts.ts'
import { rateLimitsFrom } from './rate-limits-from.ts'
import { requestIdFrom } from './request-id-from.ts'
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
  const given: unknown = error instanceof Error && 'headers' in error ? error.headers : undefined
  const headers = given instanceof Headers ? given : new Headers()
  return {
    ...body,
    status: status ?? body.status,
    // Without a JSON body the message holds the text of the page.
    message: body.message || (fields.text('message') ?? '').slice(0, longestMessage),
    retryAfterMs: retryAfterMs(headers) ?? body.retryAfterMs,
    // The SDKs look at the header of their own vendor only.
    requestId: fields.text('requestID') ?? requestIdFrom(headers),
    rateLimits: rateLimitsFrom(headers),
  }
}
