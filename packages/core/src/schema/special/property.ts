import type { FieldType, ModelProperty } from '../field-type.ts'
import type { JSONValue } from '../json-value.ts'

/** A property that must be there. */
export function required(name: string, type: FieldType): ModelProperty {
  return { name, type, required: true }
}

/** A property with a default; `Optional[str]` and null, unless said otherwise. */
export function optional(
  name: string,
  type: FieldType = { kind: 'union', options: [{ kind: 'str' }, { kind: 'none' }] },
  value: JSONValue = null,
): ModelProperty {
  return { name, type, required: false, default: { value } }
}
