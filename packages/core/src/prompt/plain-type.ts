import type { FieldType } from '../schema/field-type.ts'

/** The type without its refinements, which prompts do not show. */
export function plainType(type: FieldType): FieldType {
  return type.kind === 'refined' ? plainType(type.base) : type
}
