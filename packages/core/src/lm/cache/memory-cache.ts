import { OptionError } from '../../errors/option-error.ts'
import type { LMResponse } from '../lm-response.ts'
import type { CacheStore } from './cache-store.ts'

/** How much a memory cache holds. */
export interface MemoryCacheOptions {
  /** Replies held; one more drops the one that was not used for longest. Default 10 000. */
  maxEntries?: number
}

const defaults: Required<MemoryCacheOptions> = { maxEntries: 10_000 }

/** A cache store in this process's memory, bounded by number of replies. */
export function memoryCache(options: MemoryCacheOptions = {}): CacheStore {
  const { maxEntries = defaults.maxEntries } = options
  if (!Number.isInteger(maxEntries) || maxEntries < 1) {
    throw new OptionError('maxEntries', 'must be a whole number from 1.')
  }
  // A Map iterates in order of insertion: the first key is the one not used for longest.
  const entries = new Map<string, { response: LMResponse; expiresAt: number }>()
  return {
    get(key) {
      const entry = entries.get(key)
      if (entry === undefined) return undefined
      entries.delete(key)
      if (performance.now() >= entry.expiresAt) return undefined
      entries.set(key, entry)
      return entry.response
    },
    set(key, response, ttlMs = Number.POSITIVE_INFINITY) {
      entries.delete(key)
      entries.set(key, { response, expiresAt: performance.now() + ttlMs })
      const oldest = entries.size > maxEntries ? entries.keys().next().value : undefined
      if (oldest !== undefined) entries.delete(oldest)
    },
  }
}
