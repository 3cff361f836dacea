import type { JSONValue } from '../json-value.ts'

/** A value as JSON holds it: what JSON cannot say, such as a function, is left out. */
export function toJSON(value: unknown): JSONValue {
  const text = JSON.stringify(value)
  return text === undefined ? null : JSON.parse(text)
}
