import type { JSONValue } from '@ockham/core'

/** The value of a JSON text, or undefined when it is not JSON. */
export function parseJSON(text: string): JSONValue | undefined {
  try {
    const value: JSONValue = JSON.parse(text)
    return value
  } catch {
    return undefined
  }
}
