import { readParts } from '../http/read-parts.ts'
import type { ReplyPart } from '../reply/reply-part.ts'
import { limitsOf } from '../vendor/limits-of.ts'
import { loadSDK } from '../vendor/load-sdk.ts'
import { readJSON } from '../vendor/read-json.ts'
import { replyForm } from '../vendor/reply-form.ts'
import type { Ask, Connection } from '../vendor/vendor.ts'
import { fromOpenAIChunk } from './from-openai-chunk.ts'
import { fromOpenAIResponse } from './from-openai-response.ts'
import type { OpenAIDialect } from './openai-dialect.ts'
import { toOpenAIRequest } from './to-openai-request.ts'

const endMark = '[DONE]'

/** Speaks OpenAI's chat wire over the `openai` package. */
export async function connectOpenAI(connection: Connection, dialect: OpenAIDialect): Promise<Ask> {
  const { OpenAI } = await loadSDK('openai', () => import('openai'))
  const { apiKey, baseURL, headers, timeoutMs: timeout, fetch } = connection
  const client = new OpenAI({
    // The SDK insists on a key; without one, no header is sent.
    apiKey: apiKey ?? 'none',
    baseURL,
    timeout,
    maxRetries: 0,
    logLevel: 'off',
    defaultHeaders: { ...(apiKey === undefined && { Authorization: null }), ...headers },
    fetch,
  })
  return async (request, controller) => {
    const body = toOpenAIRequest(request, dialect)
    const { streamed } = request
    const { signal } = controller
    const response = await client
      .post('/chat/completions', { body, signal, stream: streamed })
      .asResponse()
    return replyForm(response, streamed) === 'events'
      ? readParts(response, fromOpenAIChunk, endMark)
      : whole(response)
  }
}

async function* whole(response: Response): AsyncGenerator<readonly ReplyPart[]> {
  yield limitsOf(response)
  yield fromOpenAIResponse(await readJSON(response))
}
