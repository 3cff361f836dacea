import { OckhamError } from '@ockham/core'

/** The `code` of an error of ours; a foreign one is told by its name, since its message can hold a key. */
export function errorCode(error: unknown): string {
  if (OckhamError.is(error)) return error.code
  return error instanceof Error ? error.name : 'unknown'
}
