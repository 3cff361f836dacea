import { InputError } from '../errors/input-error.ts'
import { ownValue } from '../internal/own-value.ts'
import { isHistory } from '../prompt/is-history.ts'
import { allowsNone } from '../schema/coerce/allows-none.ts'
import { currentScope } from '../settings/scope.ts'
import type { Field } from '../signature/field.ts'
import type { Signature } from '../signature/signature.ts'

/** The inputs of a call with defaults filled in; throws `InputError` for missing and unknown names. */
export function checkInputs(
  signature: Signature,
  inputs: object,
): Readonly<Record<string, unknown>> {
  if (typeof inputs !== 'object' || inputs === null) {
    throw new InputError(`Inputs are one object, such as { ${names(signature)}: … }.`, {})
  }
  const { surplus } = currentScope()
  const values: Record<string, unknown> = { ...inputs }
  const unexpected: string[] = []
  for (const name of Object.keys(values)) {
    if (Object.hasOwn(signature.inputs, name)) continue
    if (surplus?.has(name)) delete values[name]
    else unexpected.push(name)
  }
  const missing: string[] = []
  for (const field of signature.inputFields) {
    if (ownValue(values, field.name) !== undefined) continue
    if (field.default) values[field.name] = structuredClone(field.default.value)
    else if (!mayBeMissing(field)) missing.push(field.name)
  }
  if (missing.length > 0 || unexpected.length > 0) {
    const parts = [
      ...(missing.length > 0 ? [`missing: ${missing.join(', ')}`] : []),
      ...(unexpected.length > 0 ? [`not in the signature: ${unexpected.join(', ')}`] : []),
    ]
    throw new InputError(
      `The call does not match the signature's inputs (${names(signature)}): ${parts.join('; ')}.`,
      { missing, unexpected },
    )
  }
  return values
}

// A conversation begins without a history.
function mayBeMissing(field: Field): boolean {
  return field.optional === true || allowsNone(field.type) || isHistory(field)
}

function names(signature: Signature): string {
  return signature.inputFields.map((field) => field.name).join(', ')
}
