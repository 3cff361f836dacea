import { fromAnthropicEvent } from '../anthropic/from-anthropic-event.ts'
import { fromAnthropicResponse } from '../anthropic/from-anthropic-response.ts'
import { redact } from '../failure/redact.ts'
import { VendorFailure } from '../failure/vendor-failure.ts'
import { askGemini, type GeminiAddress } from '../gemini/ask-gemini.ts'
import { postJSON } from '../http/post-json.ts'
import { replyParts } from '../http/reply-parts.ts'
import type { ReplyPart } from '../reply/reply-part.ts'
import type { Ask, Connection, VendorRequest } from '../vendor/vendor.ts'
import { googleToken } from './google-token.ts'
import { isClaude } from './is-claude.ts'
import { toVertexClaudeRequest } from './to-vertex-claude-request.ts'

/** Speaks Gemini's wire, and for Claude models Anthropic's, to Vertex AI. */
export async function connectVertexAI(
  connection: Connection,
  project: string | undefined,
): Promise<Ask> {
  const { apiKey, headers, fetch } = connection
  const base = connection.baseURL.replace(/\/+$/, '')
  const token = apiKey === undefined ? await googleToken(project) : async () => apiKey
  return async (request, { signal }) => {
    const bearer = await token()
    const publisher = isClaude(request.model) ? 'anthropic' : 'google'
    const address: GeminiAddress = {
      modelURL: `${base}/publishers/${publisher}/models/${encodeURIComponent(request.model)}`,
      headers: { authorization: `Bearer ${bearer}`, ...headers },
      signal,
      fetch,
    }
    try {
      return await (isClaude(request.model) ? askClaude : askGemini)(request, address)
    } catch (error) {
      if (!(error instanceof VendorFailure)) throw error
      // Nobody else knows the token, which the server may quote.
      const message = redact(error.facts.message, [bearer])
      throw new VendorFailure({ ...error.facts, message })
    }
  }
}

async function askClaude(
  request: VendorRequest,
  { modelURL, ...address }: GeminiAddress,
): Promise<AsyncIterable<readonly ReplyPart[]>> {
  const { streamed } = request
  const url = `${modelURL}:${streamed ? 'streamRawPredict' : 'rawPredict'}`
  const response = await postJSON({ ...address, url, body: toVertexClaudeRequest(request) })
  return replyParts(response, streamed, {
    fromEvent: fromAnthropicEvent,
    fromResponse: fromAnthropicResponse,
  })
}
