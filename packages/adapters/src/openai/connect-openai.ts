import { readParts } from '../http/read-parts.ts'
import type { ReplyPart } from '../reply/reply-part.ts'
import { limitsOf } from '../vendor/limits-of.ts'
import { readJSON } from '../vendor/read-json.ts'
import { replyForm } from '../vendor/reply-form.ts'
import type { Ask, Connection } from '../vendor/vendor.ts'
import { fromOpenAIChunk } from './from-openai-chunk.ts'
import { fromOpenAIResponse } from './from-openai-response.ts'
import { openaiClient } from './openai-client.ts'
import type { OpenAIDialect } from './openai-dialect.ts'
import { toOpenAIRequest } from './to-openai-request.ts'

const endMark = '[DONE]'

/** Speaks OpenAI's chat wire over the `openai` package. */
export async function connectOpenAI(connection: Connection, dialect: OpenAIDialect): Promise<Ask> {
  const client = await openaiClient(connection, dialect.query)
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
