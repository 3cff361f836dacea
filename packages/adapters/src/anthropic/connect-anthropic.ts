import { readParts } from '../http/read-parts.ts'
import type { ReplyPart } from '../reply/reply-part.ts'
import { limitsOf } from '../vendor/limits-of.ts'
import { loadSDK } from '../vendor/load-sdk.ts'
import { readJSON } from '../vendor/read-json.ts'
import { replyForm } from '../vendor/reply-form.ts'
import type { Ask, Connection } from '../vendor/vendor.ts'
import { fromAnthropicEvent } from './from-anthropic-event.ts'
import { fromAnthropicResponse } from './from-anthropic-response.ts'
import { toAnthropicRequest } from './to-anthropic-request.ts'

/** Speaks Anthropic's messages wire over the `@anthropic-ai/sdk` package. */
export async function connectAnthropic(connection: Connection): Promise<Ask> {
  const { Anthropic } = await loadSDK('@anthropic-ai/sdk', () => import('@anthropic-ai/sdk'))
  const { apiKey, baseURL, headers, timeoutMs: timeout, fetch } = connection
  const client = new Anthropic({
    apiKey: apiKey ?? null,
    baseURL,
    timeout,
    maxRetries: 0,
    logLevel: 'off',
    defaultHeaders: headers,
    fetch,
  })
  return async (request, controller) => {
    const body = toAnthropicRequest(request)
    const { streamed } = request
    const { signal } = controller
    const response = await client
      .post('/v1/messages', { body, signal, stream: streamed })
      .asResponse()
    return replyForm(response, streamed) === 'events'
      ? readParts(response, fromAnthropicEvent)
      : whole(response)
  }
}

async function* whole(response: Response): AsyncGenerator<readonly ReplyPart[]> {
  yield limitsOf(response)
  yield fromAnthropicResponse(await readJSON(response))
}
