import { ownValue } from '../internal/own-value.ts'
import type { LMMessage } from '../lm/lm-message.ts'
import type { Field } from '../signature/field.ts'
import type { Signature } from '../signature/signature.ts'
import type { Demo } from './adapter.ts'
import { isHistory } from './is-history.ts'
import { wholeSignature } from './native/without-fields.ts'
import { perSignature } from './per-signature.ts'
import { protocol } from './protocol.ts'
import { toContent } from './to-content.ts'
import { turnsType } from './turns-type.ts'
import { userText } from './user-text.ts'
import type { Wording } from './wording.ts'

/**
 * Demonstrations as turns, in DSPy's order: incomplete ones first, each marked as such, then complete
 * ones. A demo without any input or any output field says nothing and is left out.
 */
export function demoTurns(
  signature: Signature,
  demos: readonly Demo[],
  wording: Wording,
): LMMessage[] {
  const incomplete: LMMessage[] = []
  const complete: LMMessage[] = []
  const { inputFields, outputFields } = signature
  const fields = demoFields(signature)
  for (const demo of demos) {
    const isComplete = allIn(inputFields, demo) && allIn(outputFields, demo)
    if (!isComplete && !(anyIn(inputFields, demo) && anyIn(outputFields, demo))) continue
    const opening = isComplete ? undefined : protocol.incompleteDemo
    const turns = isComplete ? complete : incomplete
    turns.push(
      { role: 'user', content: toContent(userText(fields, demo, wording, { opening })) },
      { role: 'assistant', content: wording.reply(outputFields, demo, protocol.notSupplied) },
    )
  }
  return [...incomplete, ...complete]
}

function allIn(fields: readonly Field[], demo: Demo): boolean {
  for (const { name } of fields) if ((ownValue(demo, name) ?? null) === null) return false
  return true
}

function anyIn(fields: readonly Field[], demo: Demo): boolean {
  for (const { name } of fields) if (ownValue(demo, name) !== undefined) return true
  return false
}

// A demonstration tells of its own history as a value, whose turns have the signature's types.
const demoFields: (signature: Signature) => readonly Field[] = perSignature((signature) =>
  signature.inputFields.map((field) =>
    isHistory(field) ? { ...field, type: turnsType(wholeSignature(signature)) } : field,
  ),
)
