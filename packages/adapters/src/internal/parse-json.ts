import type { JSONValue } from '@ockham/core'

/** Undefined for a text that is not JSON. */
export function parseJSON(text: string): JSONValue | undefined {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
