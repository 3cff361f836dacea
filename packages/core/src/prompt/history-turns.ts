import { isRecord } from '../internal/is-record.ts'
import { ownValue } from '../internal/own-value.ts'
import type { LMMessage } from '../lm/lm-message.ts'
import type { Field } from '../signature/field.ts'
import type { Demo } from './adapter.ts'
import { nativeTurn } from './native/native-turn.ts'
import { toContent } from './to-content.ts'
import { resultsText, type ToolTurn, toolTurn } from './tool-turn.ts'
import { userText } from './user-text.ts'
import type { Wording } from './wording.ts'

/** The fields that a turn may tell of. */
export interface TurnFields {
  readonly inputs: readonly Field[]
  readonly outputs: readonly Field[]
}

/** The turns of a conversation so far; none without one. */
export function historyTurns(
  fields: TurnFields,
  history: unknown,
  wording: Wording,
  native: boolean,
): LMMessage[] {
  const messages = isRecord(history) ? ownValue(history, 'messages') : undefined
  const turns: readonly unknown[] = Array.isArray(messages) ? messages : []
  return turns.filter(isRecord).flatMap((turn) => {
    const question = userText(fields.inputs, turn, wording)
    const tools = toolTurn(turn)
    return [
      ...userMessage(question),
      ...(native && tools
        ? nativeTurn(fields.outputs, turn, tools, wording)
        : toldTurn(fields.outputs, turn, tools, wording)),
    ]
  })
}

// Tool calls are part of the reply, and what they gave is the next message.
function toldTurn(
  outputs: readonly Field[],
  turn: Demo,
  tools: ToolTurn | undefined,
  wording: Wording,
): LMMessage[] {
  const values = tools?.results ? { ...turn, [tools.name]: { toolCalls: tools.calls } } : turn
  const reply = wording.reply(outputs, values, null)
  return [
    ...(reply === '' ? [] : [{ role: 'assistant' as const, content: reply }]),
    ...(tools?.results ? userMessage(resultsText(tools.results, wording)) : []),
  ]
}

function userMessage(text: string): LMMessage[] {
  return text === '' ? [] : [{ role: 'user', content: toContent(text) }]
}
