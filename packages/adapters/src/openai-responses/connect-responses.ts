import { readParts } from '../http/read-parts.ts'
import { openaiClient } from '../openai/openai-client.ts'
import type { OpenAIDialect } from '../openai/openai-dialect.ts'
import { tolerantPost } from '../openai/parameters/tolerant-post.ts'
import type { ReplyPart } from '../reply/reply-part.ts'
import { limitsOf } from '../vendor/limits-of.ts'
import { readJSON } from '../vendor/read-json.ts'
import { replyForm } from '../vendor/reply-form.ts'
import type { Ask, Connection } from '../vendor/vendor.ts'
import { fromResponse } from './from-response.ts'
import { FromResponsesStream } from './from-responses-stream.ts'
import { toResponsesRequest } from './to-responses-request.ts'

/** Speaks OpenAI's responses wire over the `openai` package. */
export async function connectResponses(
  connection: Connection,
  { query }: OpenAIDialect,
): Promise<Ask> {
  const post = tolerantPost(await openaiClient(connection, query), '/responses')
  return async (request, controller) => {
    const response = await post(toResponsesRequest(request), request, controller)
    if (replyForm(response, request.streamed) === 'json') return whole(response)
    const translator = new FromResponsesStream()
    return readParts(response, (event, name) => translator.parts(event, name))
  }
}

async function* whole(response: Response): AsyncGenerator<readonly ReplyPart[]> {
  yield limitsOf(response)
  yield fromResponse(await readJSON(response))
}
