import { isRecord } from '../../internal/is-record.ts'
import { setOwnProperty } from '../../internal/set-own-property.ts'
import type { JSONValue } from '../../schema/json-value.ts'
import { errorFacts } from '../../settings/error-facts.ts'

/**
 * Any value as JSON: what has `toJSON` says itself what it is, sets and maps are lists, errors their
 * facts; numbers and other values that JSON lacks are told as text, and so is a circle.
 */
export function toJSONValue(value: unknown): JSONValue {
  return written(value, [])
}

function written(value: unknown, around: readonly object[]): JSONValue {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value
    case 'number':
      return Number.isFinite(value) ? value : String(value)
    case 'object':
      if (value === null) return null
      return around.includes(value) ? '[circular]' : writtenObject(value, [...around, value])
    default:
      return typeof value === 'function' ? '[function]' : String(value)
  }
}

function writtenObject(value: object, around: readonly object[]): JSONValue {
  if ('toJSON' in value && typeof value.toJSON === 'function') {
    return written(value.toJSON(), around)
  }
  if (value instanceof Error) return { ...errorFacts(value) }
  if (Array.isArray(value) || value instanceof Set || value instanceof Map) {
    return Array.from<unknown, JSONValue>(value, (item) => written(item, around))
  }
  const members: Record<string, JSONValue> = {}
  for (const [name, member] of Object.entries(isRecord(value) ? value : {})) {
    if (member !== undefined) setOwnProperty(members, name, written(member, around))
  }
  return members
}
