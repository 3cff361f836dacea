import { ownValue } from '../../internal/own-value.ts'
import type { LMMessage } from '../../lm/lm-message.ts'
import { pythonJSON } from '../../schema/format-value/python-json.ts'
import type { Field } from '../../signature/field.ts'
import type { Demo } from '../adapter.ts'
import type { ToolTurn } from '../tool-turn.ts'
import type { Wording } from '../wording.ts'

/**
 * An earlier turn as an LM with native tool calling knows it: the reply with its calls, then a message for
 * each result. Where the results do not belong to the calls by their ids, only the reply is left.
 */
export function nativeTurn(
  outputs: readonly Field[],
  turn: Demo,
  { calls, results }: ToolTurn,
  wording: Wording,
): LMMessage[] {
  const told = outputs.filter(
    ({ name, type }) =>
      !(type.kind === 'special' && type.name === 'ToolCalls') &&
      (ownValue(turn, name) ?? null) !== null,
  )
  const content = told.length > 0 ? wording.reply(told, turn, null) : ''
  const answered =
    results?.length === calls.length &&
    calls.every(({ id }, index) => id !== undefined && id === results[index]?.callId)
  if (!answered || calls.length === 0) return content === '' ? [] : [{ role: 'assistant', content }]
  return [
    {
      role: 'assistant',
      content,
      toolCalls: calls.map(({ id = '', name, args }) => ({
        id,
        name,
        arguments: pythonJSON({ kind: 'any' }, args),
      })),
    },
    ...results.map(
      ({ callId = '', value }): LMMessage => ({
        role: 'tool',
        toolCallId: callId,
        content: typeof value === 'string' ? value : pythonJSON({ kind: 'any' }, value),
      }),
    ),
  ]
}
