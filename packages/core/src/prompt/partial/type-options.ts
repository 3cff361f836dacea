import type { FieldType } from '../../schema/field-type.ts'

/** What a value of a type may be, unions and refinements resolved. */
export function typeOptions(type: FieldType): readonly FieldType[] {
  if (type.kind === 'refined') return typeOptions(type.base)
  return type.kind === 'union' ? type.options.flatMap(typeOptions) : [type]
}
