import type { JSONValue } from './json-value.ts'

/** An object of JSON values. */
export type JSONObject = { [key: string]: JSONValue }

/** Whether a value that came from JSON is an object. */
export function isJSONObject(value: unknown): value is JSONObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
