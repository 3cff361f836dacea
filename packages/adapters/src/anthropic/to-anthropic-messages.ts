import type Anthropic from '@anthropic-ai/sdk'
import type { LMMessage } from '@ockham/core'
import { WireObject } from '../internal/wire-object.ts'
import { plainText } from '../vendor/plain-text.ts'
import { toAnthropicBlock } from './to-anthropic-block.ts'

type Block = Anthropic.ContentBlockParam
type Turn = { role: 'user' | 'assistant'; content: Block[] }

/**
 * The turns without the system messages; neighbours of the same role become one turn, and a turn
 * that says nothing is left out, as the API refuses it.
 */
export function toAnthropicMessages(messages: readonly LMMessage[]): Anthropic.MessageParam[] {
  const turns: Turn[] = []
  for (const message of messages) {
    if (message.role === 'system') continue
    const role = message.role === 'assistant' ? 'assistant' : 'user'
    const content = blocks(message)
    const last = turns.at(-1)
    if (content.length === 0) continue
    if (last?.role === role) last.content.push(...content)
    else turns.push({ role, content })
  }
  return turns
}

function blocks(message: LMMessage): Block[] {
  const { role, content, toolCalls = [], toolCallId = '' } = message
  if (role === 'tool') {
    const text = plainText(message, 'Anthropic')
    return [{ type: 'tool_result', tool_use_id: idOf(toolCallId), content: text }]
  }
  const parts = typeof content === 'string' ? [{ type: 'text' as const, text: content }] : content
  return [
    // The API refuses blank text blocks.
    ...parts
      .filter((part) => part.type !== 'text' || part.text.trim() !== '')
      .map(toAnthropicBlock),
    ...toolCalls.map(({ id, name, arguments: json }) => ({
      type: 'tool_use' as const,
      id: idOf(id),
      name,
      input: parsedInput(json),
    })),
  ]
}

// Another vendor's ids, such as `functions.add:0`, may hold what this API refuses.
function idOf(id: string): string {
  return id.replaceAll(/[^\w-]/g, '_')
}

// The API takes only objects; what the model once wrote otherwise is told back as text.
function parsedInput(json: string): unknown {
  try {
    const value: unknown = JSON.parse(json)
    return WireObject.of(value) ? value : { arguments: json }
  } catch {
    return { arguments: json }
  }
}
