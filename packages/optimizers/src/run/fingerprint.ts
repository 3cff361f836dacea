import { createHash } from 'node:crypto'

/** A short name for what some values are, as JSON shows them; the order of an object's members counts. */
export function fingerprint(...values: readonly unknown[]): string {
  const hash = createHash('sha256')
  // JSON never holds a bare line break, so no two lists of values look the same.
  for (const value of values) hash.update(`${JSON.stringify(value) ?? ''}\n`)
  return hash.digest('base64url').slice(0, 32)
}
