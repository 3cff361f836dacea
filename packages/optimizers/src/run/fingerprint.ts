import { createHash } from 'node:crypto'

/**
 * A short name for what some values are, as JSON shows them; the order of an object's members counts. Sets, maps, bytes
 * and numbers that JSON shows alike are told apart.
 */
export function fingerprint(...values: readonly unknown[]): string {
  const hash = createHash('sha256')
  // JSON never holds a bare line break, so no two lists of values look the same.
  for (const value of values) hash.update(`${JSON.stringify(value, told) ?? ''}\n`)
  return hash.digest('base64url').slice(0, 32)
}

function told(_key: string, value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : { $number: String(value) }
  if (typeof value === 'bigint') return { $bigint: String(value) }
  if (value instanceof Map) return { $map: [...value] }
  if (value instanceof Set) return { $set: [...value] }
  if (value instanceof RegExp) return { $regexp: String(value) }
  return value instanceof ArrayBuffer ? { $bytes: [...new Uint8Array(value)] } : value
}
