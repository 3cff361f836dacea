import type { FieldType, SpecialName } from '../../schema/field-type.ts'
import type { Field } from '../../signature/field.ts'

/** The fields of one of DSPy's own types, exactly. */
export function fieldsOfType(fields: readonly Field[], name: SpecialName): readonly Field[] {
  return fields.filter(({ type }) => isOfType(type, name))
}

/** The field that brings tools, one or a list. */
export function toolField(fields: readonly Field[]): Field | undefined {
  return fields.find(({ type }) =>
    isOfType(type.kind === 'list' && type.item ? type.item : type, 'Tool'),
  )
}

function isOfType(type: FieldType, name: SpecialName): boolean {
  return type.kind === 'special' && type.name === name
}
