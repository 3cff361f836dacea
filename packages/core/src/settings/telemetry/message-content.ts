import type { LMContentPart, LMMessage } from '../../lm/lm-message.ts'
import type { LMFinishReason, LMOutput } from '../../lm/lm-response.ts'
import type { LMToolCall } from '../../lm/lm-tool.ts'
import type { JSONValue } from '../../schema/json-value.ts'

const finishReasons: Partial<Record<LMFinishReason, string>> = { tool_calls: 'tool_call' }

/** Messages in the shape of the GenAI conventions' `gen_ai.input.messages`. */
export function inputMessages(messages: readonly LMMessage[]): JSONValue[] {
  return messages.map(({ role, content, toolCalls = [], toolCallId }) => {
    const parts: JSONValue[] =
      typeof content === 'string'
        ? [{ type: 'text', content }].filter(() => content !== '')
        : content.map(partOf)
    if (role === 'tool') {
      const response = typeof content === 'string' ? content : parts
      return { role, parts: [{ type: 'tool_call_response', id: toolCallId ?? null, response }] }
    }
    return { role, parts: [...parts, ...toolCalls.map(callOf)] }
  })
}

/** Completions in the shape of `gen_ai.output.messages`. */
export function outputMessages(outputs: readonly LMOutput[]): JSONValue[] {
  return outputs.map(({ text, reasoning, toolCalls = [], finishReason }) => ({
    role: 'assistant',
    parts: [
      ...(reasoning ? [{ type: 'reasoning', content: reasoning }] : []),
      ...(text === '' ? [] : [{ type: 'text', content: text }]),
      ...toolCalls.map(callOf),
    ],
    finish_reason: finishReasons[finishReason] ?? finishReason,
  }))
}

// Media are told of, not sent: a span is no place for megabytes.
function partOf(part: LMContentPart): JSONValue {
  if (part.type === 'text') return { type: 'text', content: part.text }
  if (part.type === 'image' && !part.url.startsWith('data:')) {
    return { type: 'uri', modality: 'image', uri: part.url }
  }
  if (part.type === 'file' && part.fileId !== undefined) {
    return { type: 'file', modality: 'document', file_id: part.fileId }
  }
  return { type: part.type, omitted: true }
}

function callOf({ id, name, arguments: text }: LMToolCall): JSONValue {
  return { type: 'tool_call', id, name, arguments: text }
}
