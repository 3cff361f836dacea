import type { LM } from '../lm.ts'
import type { LMRequest } from '../lm-request.ts'
import { withoutDenied } from './without-denied.ts'

/** Part of each key: a change of what is hashed, or of what is stored, needs a new number. */
const formatVersion = 2

/**
 * The SHA-256, in hexadecimal, of all that can change the reply; order of object keys does not.
 * Throws what the LM's `fingerprint` throws, and `TypeError` for what is not JSON.
 */
export function cacheKey(lm: LM, request: LMRequest, namespace: string): string {
  const keyed = {
    formatVersion,
    namespace,
    model: lm.model,
    rolloutId: request.config?.rolloutId,
    asked: lm.fingerprint ? { wire: lm.fingerprint(request) } : { request: withoutDenied(request) },
  }
  // Loaded on first use: at import it would cost a third of the whole package's time.
  const { createHash } = process.getBuiltinModule('node:crypto')
  return createHash('sha256').update(JSON.stringify(keyed, sortKeys)).digest('hex')
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
