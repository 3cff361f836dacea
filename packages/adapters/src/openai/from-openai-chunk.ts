import { factsFromBody } from '../failure/facts-from-body.ts'
import { VendorFailure } from '../failure/vendor-failure.ts'
import type { WireObject } from '../internal/wire-object.ts'
import type { ReplyPart } from '../reply/reply-part.ts'
import { fromOpenAIChoice } from './from-openai-choice.ts'
import { openaiUsage } from './openai-usage.ts'

/** The parts of one chunk of a streamed reply; throws when the chunk reports an error. */
export function fromOpenAIChunk(chunk: WireObject): ReplyPart[] {
  if (chunk.has('error')) throw new VendorFailure(factsFromBody(chunk.json('error')))
  const parts = chunk.objects('choices').flatMap((choice, position) => {
    return fromOpenAIChoice(choice, choice.number('index') ?? position, choice.object('delta'))
  })
  const usage = chunk.object('usage') ?? chunk.object('x_groq')?.object('usage')
  if (usage) parts.push({ type: 'usage', usage: openaiUsage(usage, chunk.text('service_tier')) })
  return parts
}
