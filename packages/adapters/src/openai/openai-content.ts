import type { WireObject } from '../internal/wire-object.ts'
import type { ReplyPart } from '../reply/reply-part.ts'

/** The text and the reasoning of a message or delta, under any of the names servers give them. */
export function openaiContent(message: WireObject, index: number): ReplyPart[] {
  const parts: ReplyPart[] = []
  const reasoning = message.text('reasoning_content') ?? message.text('reasoning')
  if (reasoning) parts.push({ type: 'reasoning', index, text: reasoning })
  const text = message.text('content') || message.text('refusal')
  if (text) parts.push({ type: 'text', index, text })
  // Mistral's reasoning models send a list.
  for (const block of message.objects('content')) {
    const thinking = block.objects('thinking').map((part) => part.text('text') ?? '')
    if (thinking.length > 0) parts.push({ type: 'reasoning', index, text: thinking.join('') })
    const said = block.text('text')
    if (said) parts.push({ type: 'text', index, text: said })
  }
  return parts
}
