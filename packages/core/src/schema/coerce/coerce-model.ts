import { setOwnProperty } from '../../internal/set-own-property.ts'
import type { FieldType, ModelProperty } from '../field-type.ts'
import { allowsNone } from './allows-none.ts'
import type { Coerced } from './coerced.ts'
import type { Convert } from './convert.ts'
import { isPlainObject } from './is-plain-object.ts'
import { mismatch } from './mismatch.ts'

/** Converts the declared properties of an object, fills in what may be missing and drops what is not declared. */
export function coerceModel(
  type: Extract<FieldType, { kind: 'model' }>,
  value: unknown,
  convert: Convert,
): Coerced {
  if (!isPlainObject(value)) return mismatch(`object (${type.name})`, value)
  const converted: Record<string, unknown> = {}
  for (const property of type.properties) {
    const { name } = property
    const result = Object.hasOwn(value, name)
      ? convertProperty(property, value[name], convert)
      : missingProperty(property)
    if (result === undefined) continue
    if (!result.ok) return { ok: false, reason: `"${name}": ${result.reason}` }
    setOwnProperty(converted, name, result.value)
  }
  return { ok: true, value: converted }
}

function convertProperty(
  property: ModelProperty,
  value: unknown,
  convert: Convert,
): Coerced | undefined {
  const result = convert(property.type, value)
  // Models write null for what they leave out, also where the schema only knows "absent".
  const isLeftOut = !result.ok && value === null && !property.required
  return isLeftOut ? missingProperty(property) : result
}

/** Undefined when the property may simply stay absent. */
function missingProperty(property: ModelProperty): Coerced | undefined {
  if (property.default) return { ok: true, value: structuredClone(property.default.value) }
  if (property.required) return { ok: false, reason: 'is missing' }
  return allowsNone(property.type) ? { ok: true, value: null } : undefined
}
