import type { LMMessage } from '../lm/lm-message.ts'
import type { Signature } from '../signature/signature.ts'
import type { Demo } from './adapter.ts'
import { exchange } from './exchange.ts'
import { isHistory } from './is-history.ts'
import type { Frame } from './sections.ts'

/** The turns of a conversation so far, from the input field of type History; none without one. */
export function historyTurns(
  signature: Signature,
  inputs: Readonly<Record<string, unknown>>,
  assistant: (turn: Demo) => string,
  frame: Frame,
): LMMessage[] {
  const field = signature.inputFields.find(isHistory)
  if (!field) return []
  return messagesOf(inputs[field.name]).flatMap((turn) =>
    exchange(signature, turn, assistant(turn), frame),
  )
}

function messagesOf(history: unknown): Demo[] {
  if (typeof history !== 'object' || history === null) return []
  const messages: unknown = Reflect.get(history, 'messages')
  return Array.isArray(messages) ? messages.filter(isTurn) : []
}

function isTurn(value: unknown): value is Demo {
  return typeof value === 'object' && value !== null
}
