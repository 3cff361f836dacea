import type { WireObject } from '../internal/wire-object.ts'
import type { ReplyPart } from '../reply/reply-part.ts'
import { fromGeminiChunk } from './from-gemini-chunk.ts'

/** The parts of a reply in one piece; throws when it reports an error or holds no candidate. */
export function fromGeminiResponse(response: WireObject): readonly ReplyPart[] {
  const parts = fromGeminiChunk()(response, undefined)
  if (response.objects('candidates').length === 0) {
    throw new Error('`candidates` is empty or missing.')
  }
  return [...parts, { type: 'end' }]
}
