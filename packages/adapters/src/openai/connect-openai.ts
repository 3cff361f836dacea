import { replyParts } from '../http/reply-parts.ts'
import type { Ask, Connection } from '../vendor/vendor.ts'
import { fromOpenAIChunk } from './from-openai-chunk.ts'
import { fromOpenAIResponse } from './from-openai-response.ts'
import { openaiClient } from './openai-client.ts'
import type { OpenAIDialect } from './openai-dialect.ts'
import { tolerantPost } from './parameters/tolerant-post.ts'
import { toOpenAIRequest } from './to-openai-request.ts'

/** Speaks OpenAI's chat wire over the `openai` package. */
export async function connectOpenAI(connection: Connection, dialect: OpenAIDialect): Promise<Ask> {
  const client = await openaiClient(connection, dialect.query)
  const post = tolerantPost(client, '/chat/completions')
  return async (request, controller) => {
    const body = toOpenAIRequest(request, dialect)
    return replyParts(await post(body, request, controller), request.streamed, {
      fromEvent: fromOpenAIChunk(),
      fromResponse: fromOpenAIResponse,
      endMark: '[DONE]',
    })
  }
}
