import type { JSONValue } from '@ockham/core'

/** A field that vendors send as JSON text or as JSON itself, as text; absent stays absent. */
export function jsonText(value: JSONValue | undefined): string | undefined {
  if (value === undefined || value === null) return undefined
  return typeof value === 'string' ? value : JSON.stringify(value)
}
