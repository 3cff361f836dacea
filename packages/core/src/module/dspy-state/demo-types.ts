import { isHistory } from '../../prompt/is-history.ts'
import { turnsType } from '../../prompt/turns-type.ts'
import type { FieldType } from '../../schema/field-type.ts'
import type { Signature } from '../../signature/signature.ts'

/** The types of a demonstration's members by their names; the turns of a history have the fields of the signature. */
export function demoTypes(signature: Signature): (name: string) => FieldType {
  const fields = [...signature.inputFields, ...signature.outputFields]
  const types = new Map(
    fields.map((field) => [field.name, isHistory(field) ? turnsType(signature) : field.type]),
  )
  return (name) => types.get(name) ?? { kind: 'any' }
}
