import { setOwnProperty } from '../../internal/set-own-property.ts'
import type { Coerced } from '../coerced.ts'
import type { FieldType } from '../field-type.ts'
import { mismatch } from '../mismatch.ts'
import type { Convert } from './convert.ts'
import { isPlainObject } from './is-plain-object.ts'

/** Converts each value of an object; without a value type it copies the object. */
export function coerceDict(type: FieldType | undefined, value: unknown, convert: Convert): Coerced {
  if (!isPlainObject(value)) return mismatch('object', value)
  const converted: Record<string, unknown> = {}
  for (const [key, member] of Object.entries(value)) {
    const result: Coerced = type ? convert(type, member) : { ok: true, value: member }
    if (!result.ok) return { ok: false, reason: `"${key}": ${result.reason}` }
    setOwnProperty(converted, key, result.value)
  }
  return { ok: true, value: converted }
}
