import type { LMRequest } from '../lm-request.ts'

/** Part of each key: a change of what is hashed, or of what is stored, needs a new number. */
const formatVersion = 1

/** The SHA-256, in hexadecimal, of all that can change the reply; order of object keys does not. */
export function cacheKey(model: string, request: LMRequest, namespace: string): string {
  const { signal: _signal, config = {}, ...rest } = request
  const keyed = { formatVersion, namespace, model, config, ...rest }
  // Loaded on first use: at import it would cost a third of the whole package's time.
  const { createHash } = process.getBuiltinModule('node:crypto')
  return createHash('sha256').update(JSON.stringify(keyed, sortKeys)).digest('hex')
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
