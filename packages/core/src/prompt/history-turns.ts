import type { LMMessage } from '../lm/lm-message.ts'
import type { Signature } from '../signature/signature.ts'
import type { Demo } from './adapter.ts'
import { inputSections } from './sections.ts'
import { toContent } from './to-content.ts'

/** The turns of a conversation so far, from the input field of type History; none without one. */
export function historyTurns(
  signature: Signature,
  inputs: Readonly<Record<string, unknown>>,
  assistant: (turn: Demo) => string,
): LMMessage[] {
  const field = signature.inputFields.find(
    ({ type }) => type.kind === 'special' && type.name === 'History',
  )
  if (!field) return []
  return messagesOf(inputs[field.name]).flatMap((turn) => {
    const user = inputSections(signature.inputFields, turn).join('\n\n').trim()
    const reply: LMMessage = { role: 'assistant', content: assistant(turn) }
    return user === '' ? [reply] : [{ role: 'user', content: toContent(user) }, reply]
  })
}

function messagesOf(history: unknown): Demo[] {
  if (typeof history !== 'object' || history === null) return []
  const messages: unknown = Reflect.get(history, 'messages')
  return Array.isArray(messages) ? messages.filter(isTurn) : []
}

function isTurn(value: unknown): value is Demo {
  return typeof value === 'object' && value !== null
}
