import { type LMContentPart, type LMMessage, UnsupportedFeatureError } from '@ockham/core'
import type { Message, ToolCall } from 'ollama'
import { parseDataURL } from '../internal/data-url.ts'
import { WireObject } from '../internal/wire-object.ts'
import { documentText } from '../vendor/document-text.ts'

/** The messages in Ollama's words; throws `UnsupportedFeatureError` for what it cannot take. */
export function toOllamaMessages(messages: readonly LMMessage[]): Message[] {
  // A tool's answer names the tool; ours names the call.
  const names = new Map<string, string>()
  return messages.map(({ role, content, toolCalls = [], toolCallId = '' }) => {
    for (const call of toolCalls) names.set(call.id, call.name)
    const parts = typeof content === 'string' ? [{ type: 'text' as const, text: content }] : content
    const texts = parts.map(toText)
    const images = parts.filter((_, position) => texts[position] === undefined).map(toImage)
    const toolName = names.get(toolCallId)
    return {
      role,
      content: texts.join(''),
      ...(images.length > 0 && { images }),
      ...(toolCalls.length > 0 && { tool_calls: toolCalls.map(toToolCall) }),
      ...(toolName !== undefined && { tool_name: toolName }),
    }
  })
}

function toText(part: LMContentPart): string | undefined {
  if (part.type === 'document') return documentText(part)
  return part.type === 'text' ? part.text : undefined
}

function toImage(part: LMContentPart): string {
  const inline = part.type === 'image' ? parseDataURL(part.url) : undefined
  if (inline) return inline.data
  throw new UnsupportedFeatureError(
    part.type === 'image'
      ? 'Ollama does not fetch images; send the image as a base64 data URL.'
      : `Ollama takes no ${part.type} parts; send text or images.`,
  )
}

function toToolCall({ name, arguments: json }: { name: string; arguments: string }): ToolCall {
  return { function: { name, arguments: parsedArguments(json) } }
}

// The API takes only objects; what the model once wrote otherwise is told back as text.
function parsedArguments(json: string): object {
  try {
    const value: unknown = JSON.parse(json)
    return WireObject.of(value) ? Object(value) : { arguments: json }
  } catch {
    return { arguments: json }
  }
}
