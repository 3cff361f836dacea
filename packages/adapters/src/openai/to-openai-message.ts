import type { LMContentPart, LMMessage } from '@ockham/core'
import type { OpenAI } from 'openai'
import { assertNever } from '../internal/assert-never.ts'
import { documentText } from '../vendor/document-text.ts'
import { plainText } from '../vendor/plain-text.ts'
import { openaiFile } from './openai-file.ts'

type Part = OpenAI.ChatCompletionContentPart

/** One message in OpenAI's words; throws `UnsupportedFeatureError` for media outside user turns. */
export function toOpenAIMessage(message: LMMessage): OpenAI.ChatCompletionMessageParam {
  const { role, content, toolCalls = [], toolCallId = '' } = message
  switch (role) {
    case 'system':
      return { role, content: plainText(message, 'OpenAI') }
    case 'tool':
      return { role, tool_call_id: toolCallId, content: plainText(message, 'OpenAI') }
    case 'assistant': {
      const text = plainText(message, 'OpenAI')
      if (toolCalls.length === 0) return { role, content: text }
      return {
        role,
        content: text === '' ? null : text,
        tool_calls: toolCalls.map(({ id, name, arguments: json }) => ({
          id,
          type: 'function',
          function: { name, arguments: json },
        })),
      }
    }
    case 'user':
      return { role, content: typeof content === 'string' ? content : content.map(toPart) }
    default:
      return assertNever(role)
  }
}

function toPart(part: LMContentPart): Part {
  switch (part.type) {
    case 'text':
      return { type: 'text', text: part.text }
    case 'image':
      return { type: 'image_url', image_url: { url: part.url } }
    case 'audio': {
      // The SDK's type lists two formats; the server decides which it takes.
      const format = part.format as 'wav' | 'mp3'
      return { type: 'input_audio', input_audio: { data: part.data, format } }
    }
    case 'file':
      return { type: 'file', file: openaiFile(part) }
    case 'document':
      return documentPart(part)
    default:
      return assertNever(part)
  }
}

// The wire has no documents: a text one is told as text, any other is a file.
function documentPart(part: Extract<LMContentPart, { type: 'document' }>): Part {
  const text = documentText(part)
  if (text !== undefined) return { type: 'text', text }
  const isURL = part.data.startsWith('data:')
  const data = isURL ? part.data : `data:${part.mediaType};base64,${part.data}`
  const filename = part.title ?? 'document'
  return { type: 'file', file: { file_data: data, filename } }
}
