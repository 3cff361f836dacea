import { factsFromBody } from '../failure/facts-from-body.ts'
import { VendorFailure } from '../failure/vendor-failure.ts'
import type { FromEvent } from '../http/read-parts.ts'
import type { ReplyPart } from '../reply/reply-part.ts'
import { fromGeminiCandidate } from './from-gemini-candidate.ts'
import { geminiUsage } from './gemini-usage.ts'

/**
 * Makes the reader of one reply's chunks, which counts the calls it has seen; it throws when a
 * chunk reports an error or that the prompt was blocked.
 */
export function fromGeminiChunk(): FromEvent {
  let calls = 0
  const nextCall = (): number => calls++
  return (chunk) => {
    if (chunk.has('error')) throw new VendorFailure(factsFromBody(chunk.json('error')))
    const reason = chunk.object('promptFeedback')?.text('blockReason')
    if (reason) {
      const message = `the prompt was blocked: ${reason}`
      throw new VendorFailure({ codes: [reason, 'content_filter'], message })
    }
    const parts: ReplyPart[] = []
    for (const [position, candidate] of chunk.objects('candidates').entries()) {
      const index = candidate.number('index') ?? position
      parts.push(...fromGeminiCandidate(candidate, index, nextCall))
    }
    const usage = chunk.object('usageMetadata')
    if (usage) parts.push({ type: 'usage', usage: geminiUsage(usage) })
    return parts
  }
}
