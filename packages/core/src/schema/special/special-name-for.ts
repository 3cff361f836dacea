import type { FieldType, SpecialName } from '../field-type.ts'
import { specialForms } from './special-forms.ts'
import { specialNameOf } from './special-name-of.ts'

/** The special type a value is written as: that of its class, else the declared one; undefined for others. */
export function specialNameFor(type: FieldType, value: object): SpecialName | undefined {
  const { kind } = type
  // Its members have types of their own.
  if (kind === 'model') return undefined
  const isDeclared = kind === 'special' || kind === 'union' || kind === 'refined'
  return specialNameOf(value) ?? (isDeclared ? declaredName(type, value) : undefined)
}

function declaredName(type: FieldType, value: object): SpecialName | undefined {
  switch (type.kind) {
    case 'special':
      return type.name
    case 'refined':
      return declaredName(type.base, value)
    case 'union':
      return type.options
        .map((option) => declaredName(option, value))
        .find((name) => name !== undefined && specialForms[name].read(value).ok)
    default:
      return undefined
  }
}
