import { InputError } from '../../errors/input-error.ts'
import type { FieldType, SpecialName } from '../field-type.ts'
import type { JSONValue } from '../json-value.ts'
import { specialForms } from '../special/special-forms.ts'
import { specialNameOf } from '../special/special-name-of.ts'
import { markContent } from './content-marker.ts'

/**
 * What DSPy writes of a value of one of its own types, by the declared type or by the value's class: a
 * text, JSON, or a mark for media. Undefined for other values; throws `InputError` for unfit ones.
 */
export function specialJSON(
  type: FieldType,
  value: object,
  marked: boolean,
): JSONValue | undefined {
  const name = specialNameOf(value) ?? declaredName(type, value)
  if (name === undefined) return undefined
  const { read, write, isMedia } = specialForms[name]
  const result = read(value)
  if (!result.ok) {
    throw new InputError(`A value cannot be written as ${name}: ${result.reason}.`, {})
  }
  return isMedia && marked ? markContent(name, result.value) : write(result.value)
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
