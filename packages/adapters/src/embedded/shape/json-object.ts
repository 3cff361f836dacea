import type { JSONValue } from '@ockham/core'

/** A JSON object. */
export type JSONObject = { [key: string]: JSONValue }

/** Tells a JSON object from the other JSON values. */
export function isJSONObject(value: JSONValue | undefined): value is JSONObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
