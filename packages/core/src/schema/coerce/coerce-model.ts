import { setOwnProperty } from '../../internal/set-own-property.ts'
import type { Coerced } from '../coerced.ts'
import type { FieldType, ModelProperty } from '../field-type.ts'
import { mismatch } from '../mismatch.ts'
import type { Convert } from './convert.ts'
import { isPlainObject } from './is-plain-object.ts'

/**
 * Converts the declared properties of an object and drops what is not declared, unless the model is open. What may be missing stays
 * absent: the schema that checks the whole knows its own defaults.
 */
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
  if (type.open === true) {
    for (const [name, member] of Object.entries(value)) {
      if (!Object.hasOwn(converted, name)) setOwnProperty(converted, name, member)
    }
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
  return isLeftOut ? undefined : result
}

function missingProperty({ required }: ModelProperty): Coerced | undefined {
  return required ? { ok: false, reason: 'is missing' } : undefined
}
