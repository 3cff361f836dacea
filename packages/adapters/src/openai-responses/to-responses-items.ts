import { type LMContentPart, type LMMessage, UnsupportedFeatureError } from '@ockham/core'
import type { OpenAI } from 'openai'
import { assertNever } from '../internal/assert-never.ts'
import { openaiFile } from '../openai/openai-file.ts'
import { documentText } from '../vendor/document-text.ts'
import { plainText } from '../vendor/plain-text.ts'

type Item = OpenAI.Responses.ResponseInputItem
type Part = OpenAI.Responses.ResponseInputContent

/** The input items of one message: tool calls and their results stand beside messages there. */
export function toResponsesItems(message: LMMessage): Item[] {
  const { role, content, toolCalls = [], toolCallId = '' } = message
  switch (role) {
    case 'system':
      return [{ role, content: plainText(message, 'OpenAI') }]
    case 'tool': {
      const output = plainText(message, 'OpenAI')
      return [{ type: 'function_call_output', call_id: toolCallId, output }]
    }
    case 'assistant': {
      const text = plainText(message, 'OpenAI')
      const calls = toolCalls.map(
        ({ id, name, arguments: json }): Item => ({
          type: 'function_call',
          call_id: id,
          name,
          arguments: json,
        }),
      )
      return text === '' && calls.length > 0 ? calls : [{ role, content: text }, ...calls]
    }
    case 'user':
      return [{ role, content: typeof content === 'string' ? content : content.map(toPart) }]
    default:
      return assertNever(role)
  }
}

function toPart(part: LMContentPart): Part {
  switch (part.type) {
    case 'text':
      return { type: 'input_text', text: part.text }
    case 'image':
      return { type: 'input_image', image_url: part.url, detail: 'auto' }
    case 'audio':
      throw new UnsupportedFeatureError(
        "OpenAI's responses API takes no sound; speak the chat API, or send a transcript.",
      )
    case 'file':
      return { type: 'input_file', ...openaiFile(part) }
    case 'document': {
      const text = documentText(part)
      if (text !== undefined) return { type: 'input_text', text }
      const { data, mediaType, title = 'document' } = part
      const url = data.startsWith('data:') ? data : `data:${mediaType};base64,${data}`
      return { type: 'input_file', file_data: url, filename: title }
    }
    default:
      return assertNever(part)
  }
}
