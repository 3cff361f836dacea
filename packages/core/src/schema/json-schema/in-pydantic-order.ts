import type { JSONObject } from '../json-object.ts'
import type { JSONValue } from '../json-value.ts'

/** A schema with its keywords in pydantic's order, the alphabet; properties and defaults stay as they are. */
export function inPydanticOrder(schema: JSONObject): JSONObject {
  const sorted: JSONObject = {}
  for (const key of Object.keys(schema).toSorted()) {
    const value = schema[key]
    if (value === undefined) continue
    sorted[key] =
      key === 'properties' ? eachInOrder(value) : key === 'default' ? value : part(value)
  }
  return sorted
}

function part(value: JSONValue): JSONValue {
  if (Array.isArray(value)) return value.map(part)
  return typeof value === 'object' && value !== null ? inPydanticOrder(value) : value
}

function eachInOrder(properties: JSONValue): JSONValue {
  if (typeof properties !== 'object' || properties === null || Array.isArray(properties)) {
    return properties
  }
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [
      name,
      // pydantic takes a property called `default` for a default, and leaves its keys as they are.
      name === 'default' ? eachInOrder(value) : part(value),
    ]),
  )
}
