import { factsFromBody } from '../failure/facts-from-body.ts'
import { VendorFailure } from '../failure/vendor-failure.ts'
import type { FromEvent } from '../http/read-parts.ts'
import type { WireObject } from '../internal/wire-object.ts'
import type { ReplyPart } from '../reply/reply-part.ts'
import { fromOpenAIChoice, isRefusal } from './from-openai-choice.ts'
import { openaiUsage } from './openai-usage.ts'

/**
 * Makes the reader of one reply's chunks, which remembers the completions that were refused; it
 * throws when a chunk reports an error.
 */
export function fromOpenAIChunk(): FromEvent {
  const refused = new Set<number>()
  const choiceParts = (choice: WireObject, position: number): ReplyPart[] => {
    const index = choice.number('index') ?? position
    const delta = choice.object('delta')
    if (isRefusal(delta)) refused.add(index)
    return fromOpenAIChoice(choice, index, delta, refused.has(index))
  }
  return (chunk) => {
    if (chunk.has('error')) throw new VendorFailure(factsFromBody(chunk.json('error')))
    const parts = chunk.objects('choices').flatMap(choiceParts)
    const usage = chunk.object('usage') ?? chunk.object('x_groq')?.object('usage')
    if (usage) parts.push({ type: 'usage', usage: openaiUsage(usage, chunk.text('service_tier')) })
    return parts
  }
}
