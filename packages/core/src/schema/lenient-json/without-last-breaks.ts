import type { JSONValue } from '../json-value.ts'

/** Texts that end in a line break lose the white space at their end, as json_repair has it where it repairs. */
export function withoutLastBreaks(value: JSONValue): JSONValue {
  if (typeof value === 'string') return value.endsWith('\n') ? value.trimEnd() : value
  if (Array.isArray(value)) return value.map(withoutLastBreaks)
  if (typeof value !== 'object' || value === null || value instanceof Number) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, withoutLastBreaks(member)]),
  )
}
