import type { FieldType } from '../../schema/field-type.ts'
import { plainType } from '../plain-type.ts'

/** Whether the values of an output type are written as nested tags: models, and lists and dicts of something. */
export function isNested(fieldType: FieldType): boolean {
  const type = withoutNone(plainType(fieldType))
  switch (type.kind) {
    case 'model':
      return true
    case 'dict':
      return type.value !== undefined
    case 'list':
      return type.item !== undefined && plainType(type.item).kind !== 'special'
    default:
      return false
  }
}

function withoutNone(type: FieldType): FieldType {
  if (type.kind !== 'union') return type
  const [only, ...others] = type.options.filter(({ kind }) => kind !== 'none')
  return only && others.length === 0 ? plainType(only) : type
}
