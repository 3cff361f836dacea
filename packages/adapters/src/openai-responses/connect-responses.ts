import { replyParts } from '../http/reply-parts.ts'
import { openaiClient } from '../openai/openai-client.ts'
import type { OpenAIDialect } from '../openai/openai-dialect.ts'
import { tolerantPost } from '../openai/parameters/tolerant-post.ts'
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
    const stream = new FromResponsesStream()
    return replyParts(response, request.streamed, {
      fromEvent: (event, name) => stream.parts(event, name),
      fromResponse,
    })
  }
}
