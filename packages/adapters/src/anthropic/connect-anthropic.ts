import { WireObject } from '../internal/wire-object.ts'
import type { ReplyPart } from '../reply/reply-part.ts'
import { limitsOf } from '../vendor/limits-of.ts'
import { loadSDK } from '../vendor/load-sdk.ts'
import { readJSON } from '../vendor/read-json.ts'
import { replyForm } from '../vendor/reply-form.ts'
import type { Ask, Connection } from '../vendor/vendor.ts'
import { fromAnthropicEvent } from './from-anthropic-event.ts'
import { fromAnthropicResponse } from './from-anthropic-response.ts'
import { toAnthropicRequest } from './to-anthropic-request.ts'

const sdkName = '@anthropic-ai/sdk'

/** Speaks Anthropic's messages wire over the `@anthropic-ai/sdk` package. */
export async function connectAnthropic(connection: Connection): Promise<Ask> {
  const { Anthropic } = await loadSDK(sdkName, () => import('@anthropic-ai/sdk'))
  const { Stream } = await loadSDK(sdkName, () => import('@anthropic-ai/sdk/core/streaming'))
  const { apiKey, baseURL, headers, timeoutMs: timeout, fetch } = connection
  const client = new Anthropic({
    apiKey: apiKey ?? null,
    baseURL,
    timeout,
    maxRetries: 0,
    logLevel: 'off',
    defaultHeaders: headers,
    ...(fetch && { fetch }),
  })
  return async (request, controller) => {
    const body = toAnthropicRequest(request)
    const { streamed } = request
    const { signal } = controller
    const response = await client
      .post('/v1/messages', { body, signal, stream: streamed })
      .asResponse()
    return replyForm(response, streamed) === 'events'
      ? events(response, Stream.fromSSEResponse(response, controller, client))
      : whole(response)
  }
}

async function* events(
  response: Response,
  stream: AsyncIterable<unknown>,
): AsyncGenerator<readonly ReplyPart[]> {
  yield limitsOf(response)
  for await (const event of stream) {
    const fields = WireObject.of(event)
    if (fields) yield fromAnthropicEvent(fields)
  }
}

async function* whole(response: Response): AsyncGenerator<readonly ReplyPart[]> {
  yield limitsOf(response)
  yield fromAnthropicResponse(await readJSON(response))
}
