import { createRequire } from 'node:module'
import type { LRUCache } from 'lru-cache'
import { OptionError } from '../../errors/option-error.ts'
import type { LMResponse } from '../lm-response.ts'
import type { CacheStore } from './cache-store.ts'

const require = createRequire(import.meta.url)

/** How much a memory cache holds; one reply more drops the one that was not used for longest. */
export interface MemoryCacheOptions {
  /** Replies held. Default 10 000. */
  maxEntries?: number
  /** Bytes held, counted as the JSON of the replies; a reply larger than that is not kept. Default: no limit. */
  maxBytes?: number
}

const defaults = { maxEntries: 10_000 }

/** A cache store in this process's memory; throws `OptionError` for a size that cannot be used. */
export function memoryCache(options: MemoryCacheOptions = {}): Required<CacheStore> {
  const { maxEntries = defaults.maxEntries, maxBytes } = options
  for (const [name, size] of Object.entries({ maxEntries, maxBytes })) {
    if (size === undefined || (Number.isSafeInteger(size) && size >= 1)) continue
    throw new OptionError(name, 'must be a whole number from 1.')
  }
  // The package's own declaration types the module; `require` itself gives no type. It loads on first use,
  // to keep imports fast.
  const library: { LRUCache: typeof LRUCache } = require('lru-cache')
  const replies = new library.LRUCache<string, LMResponse>({
    max: maxEntries,
    // Zero asks the clock each time, where the default sets a timer.
    ttlResolution: 0,
    perf: { now: () => performance.now() },
    ...(maxBytes !== undefined && { maxSize: maxBytes, sizeCalculation: jsonBytes }),
  })
  let closed = false
  return {
    get: (key) => replies.get(key),
    set(key, response, ttlMs) {
      if (!closed) replies.set(key, response, ttlMs === undefined ? {} : { ttl: ttlMs })
    },
    delete: (key) => void replies.delete(key),
    clear: () => replies.clear(),
    close() {
      closed = true
      replies.clear()
    },
  }
}

function jsonBytes(response: LMResponse): number {
  return Buffer.byteLength(JSON.stringify(response))
}
