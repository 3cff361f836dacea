import type { JSONValue } from '@ockham/core'

/** A value as the chat markup prints it: text as it is, `True`, `None`, JSON for the rest. */
export function writeValue(value: JSONValue): string {
  if (typeof value === 'string') return value.replace(/^\[\[ ## /gm, '[ [ ## ')
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  return value === null ? 'None' : JSON.stringify(value)
}
