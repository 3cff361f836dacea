import { ownValue } from '../internal/own-value.ts'
import type { LMMessage } from '../lm/lm-message.ts'
import type { Signature } from '../signature/signature.ts'
import type { Demo } from './adapter.ts'
import { demoTurns } from './demo-turns.ts'
import { historyTurns } from './history-turns.ts'
import { isHistory } from './is-history.ts'
import { toContent } from './to-content.ts'
import { userText } from './user-text.ts'
import type { Wording } from './wording.ts'

/**
 * The messages of one call, in DSPy's order: system, demonstrations, earlier turns, the question. With
 * `native`, earlier tool calls and their results are messages of their own.
 */
export function formatMessages(
  signature: Signature,
  demos: readonly Demo[],
  inputs: Readonly<Record<string, unknown>>,
  wording: Wording,
  native: boolean,
): LMMessage[] {
  const { inputFields, outputFields } = signature
  const history = inputFields.find(isHistory)
  const asked = history ? inputFields.filter((field) => field !== history) : inputFields
  const earlier = history ? ownValue(inputs, history.name) : undefined
  const question = userText(asked, inputs, wording, { closing: wording.request })
  return [
    { role: 'system', content: wording.system },
    ...demoTurns(signature, demos, wording),
    ...historyTurns({ inputs: asked, outputs: outputFields }, earlier, wording, native),
    ...(question === '' ? [] : [{ role: 'user' as const, content: toContent(question) }]),
  ]
}
