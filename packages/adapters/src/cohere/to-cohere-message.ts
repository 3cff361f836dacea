import { type LMContentPart, type LMMessage, UnsupportedFeatureError } from '@ockham/core'
import { documentText } from '../vendor/document-text.ts'
import { plainText } from '../vendor/plain-text.ts'

/** One message in Cohere's words; throws `UnsupportedFeatureError` for media other than images. */
export function toCohereMessage(message: LMMessage): object {
  const { role, content, toolCalls = [], toolCallId = '' } = message
  if (role === 'user') {
    return { role, content: typeof content === 'string' ? content : content.map(toPart) }
  }
  const text = plainText(message, 'Cohere')
  if (role === 'tool') return { role, tool_call_id: toolCallId, content: text }
  if (toolCalls.length === 0) return { role, content: text }
  return {
    role,
    // What is said before a call is the plan behind it.
    ...(text !== '' && { tool_plan: text }),
    tool_calls: toolCalls.map(({ id, name, arguments: json }) => ({
      id,
      type: 'function',
      function: { name, arguments: json },
    })),
  }
}

function toPart(part: LMContentPart): object {
  if (part.type === 'text') return { type: 'text', text: part.text }
  if (part.type === 'image') return { type: 'image_url', image_url: { url: part.url } }
  const text = part.type === 'document' ? documentText(part) : undefined
  if (text !== undefined) return { type: 'text', text }
  throw new UnsupportedFeatureError(`Cohere takes no ${part.type} parts; send text or images.`)
}
