import { postJSON } from '../http/post-json.ts'
import { replyParts } from '../http/reply-parts.ts'
import type { ReplyPart } from '../reply/reply-part.ts'
import type { VendorRequest } from '../vendor/vendor.ts'
import { fromGeminiChunk } from './from-gemini-chunk.ts'
import { fromGeminiResponse } from './from-gemini-response.ts'
import { toGeminiRequest } from './to-gemini-request.ts'

/** Where one model of Gemini's wire is asked. */
export interface GeminiAddress {
  /** Everything before the method, such as `https://…/v1beta/models/gemini-2.5-flash`. */
  modelURL: string
  headers: Readonly<Record<string, string>>
  signal: AbortSignal
  fetch: typeof fetch
}

/** Asks one model of Gemini's wire; throws `VendorFailure`. */
export async function askGemini(
  request: VendorRequest,
  { modelURL, headers, signal, fetch }: GeminiAddress,
): Promise<AsyncIterable<readonly ReplyPart[]>> {
  const { streamed } = request
  const method = streamed ? 'streamGenerateContent?alt=sse' : 'generateContent'
  const url = `${modelURL}:${method}`
  const response = await postJSON({ url, headers, body: toGeminiRequest(request), signal, fetch })
  return replyParts(response, streamed, {
    fromEvent: fromGeminiChunk(),
    fromResponse: fromGeminiResponse,
  })
}
