import type { LMMessage, LMToolCall } from '@ockham/core'
import { parseJSON } from '../internal/parse-json.ts'
import { WireObject } from '../internal/wire-object.ts'
import { plainText } from '../vendor/plain-text.ts'
import { geminiVersion } from './gemini-version.ts'
import { type GeminiPart, toGeminiPart } from './to-gemini-part.ts'

/** One turn on Gemini's wire. */
export interface GeminiContent {
  role: 'user' | 'model'
  parts: GeminiPart[]
}

const firstWithSignatures = 300
// From version 3 on the first call of a turn must carry the signature of the thought behind it. We
// keep none, and this is the word that Google gives for a call that has none.
const noSignature = 'skip_thought_signature_validator'

/** The turns without the system messages; neighbours of the same role become one turn. */
export function toGeminiContents(model: string, messages: readonly LMMessage[]): GeminiContent[] {
  const turns: GeminiContent[] = []
  // A tool's answer names the tool; ours names the call.
  const names = new Map<string, string>()
  const signs = geminiVersion(model) >= firstWithSignatures
  for (const message of messages) {
    for (const { id, name } of message.toolCalls ?? []) names.set(id, name)
    const role = message.role === 'assistant' ? 'model' : 'user'
    const parts = partsOf(message, names, signs)
    const last = turns.at(-1)
    if (parts.length === 0) continue
    if (last?.role === role) last.parts.push(...parts)
    else turns.push({ role, parts })
  }
  return turns
}

function partsOf(
  message: LMMessage,
  names: ReadonlyMap<string, string>,
  signs: boolean,
): GeminiPart[] {
  const { role, content, toolCalls = [], toolCallId = '' } = message
  if (role === 'tool') {
    const text = plainText(message, 'Gemini')
    const name = names.get(toolCallId) ?? toolCallId
    return [{ functionResponse: { ...idOf(toolCallId), name, response: answer(text) } }]
  }
  const parts = typeof content === 'string' ? [{ type: 'text' as const, text: content }] : content
  return [
    // The API refuses empty parts.
    ...parts.filter((part) => part.type !== 'text' || part.text !== '').map(toGeminiPart),
    ...toolCalls.map((call, position) => toFunctionCall(call, signs && position === 0)),
  ]
}

function toFunctionCall({ id, name, arguments: json }: LMToolCall, signed: boolean): GeminiPart {
  const value = parseJSON(json)
  // The API takes only objects; what the model once wrote otherwise is told back as text.
  const args = WireObject.of(value) ? Object(value) : { arguments: json }
  return {
    functionCall: { ...idOf(id), name, args },
    ...(signed && { thoughtSignature: noSignature }),
  }
}

// An id that the vendor did not give is not told to it.
function idOf(id: string): { id?: string } {
  return id === '' || /^call_\d+$/.test(id) ? {} : { id }
}

function answer(text: string): object {
  const value = parseJSON(text)
  return WireObject.of(value) ? Object(value) : { output: value ?? text }
}
