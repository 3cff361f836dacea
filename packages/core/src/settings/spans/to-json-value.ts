import type { JSONValue } from '../../schema/json-value.ts'
import { errorFacts } from '../error-facts.ts'

const maxDepth = 30

/** Any value as JSON holds it: what JSON cannot say is named in brackets, and nothing throws. */
export function toJSONValue(value: unknown, maxCharacters: number): JSONValue {
  try {
    return convert(value, maxCharacters, [])
  } catch {
    return '[unreadable]' // a getter threw
  }
}

function convert(value: unknown, limit: number, around: readonly object[]): JSONValue {
  switch (typeof value) {
    case 'string':
      return value.length > limit ? `${value.slice(0, limit)}…` : value
    case 'boolean':
      return value
    case 'number':
      return Number.isFinite(value) ? value : String(value)
    case 'undefined':
      return null
    case 'object':
      return value === null ? null : convertObject(value, limit, around)
    case 'function':
      return `[${'$module' in value ? value.constructor.name : `function ${value.name}`}]`
    default:
      return String(value)
  }
}

function convertObject(value: object, limit: number, around: readonly object[]): JSONValue {
  if (around.includes(value)) return '[circular]'
  if (around.length >= maxDepth) return '[…]'
  const inside = [...around, value]
  const each = (member: unknown): JSONValue => convert(member, limit, inside)
  if (Array.isArray(value) || value instanceof Set) return Array.from(value, each)
  if (value instanceof Map) return members([...value], each)
  if (value instanceof Error) return { ...errorFacts(value) }
  if (ArrayBuffer.isView(value)) return `[${value.constructor.name} of ${value.byteLength} bytes]`
  if (value instanceof AbortSignal) return '[AbortSignal]'
  if ('toJSON' in value && typeof value.toJSON === 'function') return each(value.toJSON())
  return members(Object.entries(value), each)
}

function members(
  entries: readonly [unknown, unknown][],
  each: (member: unknown) => JSONValue,
): JSONValue {
  const present = entries.filter(([, member]) => member !== undefined)
  return Object.fromEntries(present.map(([name, member]) => [String(name), each(member)]))
}
