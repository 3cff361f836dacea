import { postJSON } from '../http/post-json.ts'
import { type ReplyReading, replyParts } from '../http/reply-parts.ts'
import type { Ask, Connection } from '../vendor/vendor.ts'
import { withoutEnding } from '../vendor/without-ending.ts'
import { fromCohereEvent } from './from-cohere-event.ts'
import { fromCohereResponse } from './from-cohere-response.ts'
import { toCohereRequest } from './to-cohere-request.ts'

const reading: ReplyReading = { fromEvent: fromCohereEvent, fromResponse: fromCohereResponse }

/** Speaks Cohere's chat wire. */
export async function connectCohere(connection: Connection): Promise<Ask> {
  const { apiKey, fetch } = connection
  const url = `${withoutEnding(connection.baseURL, ['/v2', '/v1'])}/v2/chat`
  const headers = {
    ...(apiKey !== undefined && { authorization: `Bearer ${apiKey}` }),
    ...connection.headers,
  }
  return async (request, { signal }) => {
    const response = await postJSON({ url, headers, body: toCohereRequest(request), signal, fetch })
    return replyParts(response, request.streamed, reading)
  }
}
