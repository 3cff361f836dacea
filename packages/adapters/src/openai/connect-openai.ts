import { type ReplyReading, replyParts } from '../http/reply-parts.ts'
import { loadSDK } from '../vendor/load-sdk.ts'
import type { Ask, Connection } from '../vendor/vendor.ts'
import { fromOpenAIChunk } from './from-openai-chunk.ts'
import { fromOpenAIResponse } from './from-openai-response.ts'
import type { OpenAIDialect } from './openai-dialect.ts'
import { toOpenAIRequest } from './to-openai-request.ts'

const reading: ReplyReading = {
  fromEvent: fromOpenAIChunk,
  fromResponse: fromOpenAIResponse,
  endMark: '[DONE]',
}

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
    return replyParts(response, streamed, reading)
  }
}
