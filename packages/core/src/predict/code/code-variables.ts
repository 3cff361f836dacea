import { ownValue } from '../../internal/own-value.ts'
import { setOwnProperty } from '../../internal/set-own-property.ts'
import type { FieldType } from '../../schema/field-type.ts'
import { pythonJSON } from '../../schema/format-value/python-json.ts'
import type { JSONValue } from '../../schema/json-value.ts'
import type { Field } from '../../signature/field.ts'

/** Inputs as code finds them: as JSON, and null where there is none. */
export function codeVariables(
  fields: readonly Field[],
  values: Readonly<Record<string, unknown>>,
): Record<string, JSONValue> {
  const variables: Record<string, JSONValue> = {}
  for (const { name, type } of fields) {
    setOwnProperty(variables, name, asJSON(type, ownValue(values, name)))
  }
  return variables
}

// A text may be very long, so it is not written and read again.
function asJSON(type: FieldType, value: unknown): JSONValue {
  return typeof value === 'string' ? value : JSON.parse(pythonJSON(type, value))
}
