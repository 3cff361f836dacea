import type { FieldType } from '../field-type.ts'

/** Whether null is a value of the type. */
export function allowsNone(type: FieldType): boolean {
  if (type.kind === 'refined') return allowsNone(type.base)
  return type.kind === 'none' || (type.kind === 'union' && type.options.some(allowsNone))
}
