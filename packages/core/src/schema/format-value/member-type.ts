import type { FieldType } from '../field-type.ts'

const anyType: FieldType = { kind: 'any' }

/** The declared type of one member of a container: by position for arrays, by name for objects. */
export function memberType(type: FieldType, key: string | number): FieldType {
  switch (type.kind) {
    case 'list':
      return (typeof key === 'number' ? type.item : undefined) ?? anyType
    case 'dict':
      return (typeof key === 'string' ? type.value : undefined) ?? anyType
    case 'tuple':
      return (typeof key === 'number' ? type.items[key] : undefined) ?? type.rest ?? anyType
    case 'model':
      return type.properties.find((property) => property.name === key)?.type ?? anyType
    case 'refined':
      return memberType(type.base, key)
    case 'union':
      return containerOption(type.options, key)
    default:
      return anyType
  }
}

// Of a union, the first container that knows the key; good enough to tell floats from ints.
function containerOption(options: readonly FieldType[], key: string | number): FieldType {
  for (const option of options) {
    const member = memberType(option, key)
    if (member.kind !== 'any') return member
  }
  return anyType
}
