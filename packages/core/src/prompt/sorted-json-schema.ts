import type { JSONValue } from '../schema/json-value.ts'

/** A schema with its keys in the order of DSPy's prompts: `type` first, the rest by the alphabet, at every depth. */
export function sortedJSONSchema(schema: JSONValue): JSONValue {
  if (Array.isArray(schema)) return schema.map(sortedJSONSchema)
  if (typeof schema !== 'object' || schema === null) return schema
  const entries = Object.entries(schema).sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, value]) => [key, sortedJSONSchema(value)]))
}

function rank(key: string): number {
  return key === 'type' ? 0 : 1
}
