import type { LMMessage } from '@ockham/core'
import { assertNever } from '../internal/assert-never.ts'
import { parseJSON } from '../internal/parse-json.ts'
import { plainText } from '../vendor/plain-text.ts'
import type { AISDKModel } from './ai-sdk-model.ts'
import { toAISDKPart } from './to-ai-sdk-part.ts'

const vendor = 'The AI SDK'

/** The conversation as the AI SDK has it; throws `UnsupportedFeatureError`. */
export function toAISDKPrompt(messages: readonly LMMessage[], model: AISDKModel): object[] {
  // A result names its tool there, which ours leaves to the call it answers.
  const names = new Map<string, string>()
  return messages.map((message) => {
    for (const { id, name } of message.toolCalls ?? []) names.set(id, name)
    return toMessage(message, model, names)
  })
}

function toMessage(
  message: LMMessage,
  { specificationVersion: version }: AISDKModel,
  names: ReadonlyMap<string, string>,
): object {
  const { role, content, toolCallId = '' } = message
  switch (role) {
    case 'system':
      return { role, content: plainText(message, vendor) }
    case 'user':
      return {
        role,
        content:
          typeof content === 'string'
            ? [{ type: 'text', text: content }]
            : content.map((part) => toAISDKPart(part, version)),
      }
    case 'assistant':
      return { role, content: assistantParts(message) }
    case 'tool': {
      const output = { type: 'text', value: plainText(message, vendor) }
      const toolName = names.get(toolCallId) ?? 'tool'
      return { role, content: [{ type: 'tool-result', toolCallId, toolName, output }] }
    }
    default:
      return assertNever(role)
  }
}

function assistantParts(message: LMMessage): object[] {
  const text = plainText(message, vendor)
  const calls = (message.toolCalls ?? []).map(({ id, name, arguments: json }) => ({
    type: 'tool-call',
    toolCallId: id,
    toolName: name,
    input: parseJSON(json) ?? json,
  }))
  return text === '' && calls.length > 0 ? calls : [{ type: 'text', text }, ...calls]
}
