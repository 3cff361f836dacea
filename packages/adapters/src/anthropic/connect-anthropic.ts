import { type ReplyReading, replyParts } from '../http/reply-parts.ts'
import { loadSDK } from '../vendor/load-sdk.ts'
import type { Ask, Connection } from '../vendor/vendor.ts'
import { withoutEnding } from '../vendor/without-ending.ts'
import { fromAnthropicEvent } from './from-anthropic-event.ts'
import { fromAnthropicResponse } from './from-anthropic-response.ts'
import { toAnthropicRequest } from './to-anthropic-request.ts'

const reading: ReplyReading = { fromEvent: fromAnthropicEvent, fromResponse: fromAnthropicResponse }

/**
 * Speaks Anthropic's messages wire over the `@anthropic-ai/sdk` package; `removed` are headers that
 * the SDK would add by itself.
 */
export async function connectAnthropic(
  connection: Connection,
  removed: Readonly<Record<string, null>> = {},
): Promise<Ask> {
  const { Anthropic } = await loadSDK('@anthropic-ai/sdk', () => import('@anthropic-ai/sdk'))
  const { apiKey, headers, timeoutMs: timeout, fetch } = connection
  const baseURL = withoutEnding(connection.baseURL, ['/v1'])
  const client = new Anthropic({
    apiKey: apiKey ?? null,
    baseURL,
    timeout,
    maxRetries: 0,
    logLevel: 'off',
    defaultHeaders: { ...removed, ...headers },
    fetch,
  })
  return async (request, controller) => {
    const body = toAnthropicRequest(request)
    const { streamed } = request
    const { signal } = controller
    const response = await client
      .post('/v1/messages', { body, signal, stream: streamed })
      .asResponse()
    return replyParts(response, streamed, reading)
  }
}
