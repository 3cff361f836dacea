import { isRecord } from '../../internal/is-record.ts'
import { pythonJSON } from '../../schema/format-value/python-json.ts'
import type { JSONValue } from '../../schema/json-value.ts'

const nothing = 'The tool has ended and returned nothing.'
const unreadable = 'The tool returned something that cannot be written out.'

/** What a tool gave as data that any prompt can tell of; as text, cut, where it is longer than it may. */
export function observation(value: unknown, maxCharacters: number = Infinity): JSONValue {
  const data = asData(value)
  if (maxCharacters === Infinity) return data
  const text = typeof data === 'string' ? data : pythonJSON({ kind: 'any' }, data)
  if (text.length <= maxCharacters) return data
  // Half of a character made of two would be none.
  const kept = text.slice(0, maxCharacters).replace(/[\uD800-\uDBFF]$/, '')
  return `${kept}… (${text.length - kept.length} more characters were cut off)`
}

function asData(value: unknown): JSONValue {
  try {
    const data = plain(value, [])
    return data === undefined ? nothing : data
  } catch {
    return unreadable // a getter that throws, or a depth without end
  }
}

/** The JSON of a value, also of what JSON.stringify leaves out or fails at; undefined for none at all. */
function plain(value: unknown, around: readonly object[]): JSONValue | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  if (typeof value === 'bigint') return String(value)
  if (typeof value !== 'object') return undefined
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return `${value.byteLength} bytes`
  if (around.includes(value)) return '(the same again)'
  const inside = [...around, value]
  if ('toJSON' in value && typeof value.toJSON === 'function') {
    const json: unknown = value.toJSON()
    return json === value ? undefined : plain(json, inside)
  }
  if (value instanceof Error) return `${value.name}: ${value.message}`
  if (value instanceof Map) return members([...value], inside)
  if (Array.isArray(value) || value instanceof Set) {
    return [...value].map((item) => plain(item, inside) ?? null)
  }
  if (value instanceof RegExp) return String(value)
  return isRecord(value) ? members(Object.entries(value), inside) : undefined
}

function members(
  entries: readonly (readonly [unknown, unknown])[],
  inside: readonly object[],
): JSONValue {
  const data: [string, JSONValue][] = []
  for (const [key, member] of entries) {
    const written = plain(member, inside)
    if (written !== undefined) data.push([String(key), written])
  }
  return Object.fromEntries(data)
}
