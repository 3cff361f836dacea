import { InputError } from '../../errors/input-error.ts'
import type { FieldType } from '../field-type.ts'
import type { JSONValue } from '../json-value.ts'
import { specialForms } from '../special/special-forms.ts'
import { specialNameFor } from '../special/special-name-for.ts'
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
  const name = specialNameFor(type, value)
  if (name === undefined) return undefined
  const { read, write, isMedia } = specialForms[name]
  const result = read(value)
  if (!result.ok) {
    throw new InputError(`A value cannot be written as ${name}: ${result.reason}.`, {})
  }
  return isMedia && marked ? markContent(name, result.value) : write(result.value)
}
