import { OptionError } from '../../errors/option-error.ts'
import { longestTimerMs } from '../attempts/longest-timer.ts'
import type { LMRequest } from '../lm-request.ts'
import type { CacheEvent } from './cache-event.ts'
import type { CacheStore } from './cache-store.ts'
import { memoryCache } from './memory-cache.ts'

/** Where and for how long `cached` keeps replies. */
export interface CacheOptions {
  /** Default: a `memoryCache()` of this LM alone. */
  store?: CacheStore
  /**
   * Part of every key: tenants need one each. A function tells it of each request; where it throws or
   * gives no text, the request is answered without the cache. Default empty.
   */
  namespace?: string | ((request: LMRequest) => string)
  /** Milliseconds a reply stays good. Default: no limit. */
  ttlMs?: number
  /** A store that needs more milliseconds than this counts as a miss. Default 100. */
  storeTimeoutMs?: number
  /** After this many failures or timeouts of the store in a row it is left alone. Default 3. */
  storeFailures?: number
  /** For how many milliseconds; then one request tries it again. Default 10 000. */
  storeRestMs?: number
  /** Told what the cache did for each request; what it throws is ignored. */
  onEvent?: (event: CacheEvent) => void
}

/** All options of `cached`; `ttlMs` undefined means no limit. */
export interface ResolvedCacheOptions extends Required<Omit<CacheOptions, 'ttlMs'>> {
  ttlMs: number | undefined
}

const defaults = { namespace: '', storeTimeoutMs: 100, storeFailures: 3, storeRestMs: 10_000 }

/** Fills in the defaults; throws `OptionError` for a number that cannot be used. */
export function resolveCacheOptions(options: CacheOptions): ResolvedCacheOptions {
  const resolved = {
    store: options.store ?? memoryCache(),
    namespace: options.namespace ?? defaults.namespace,
    ttlMs: options.ttlMs,
    storeTimeoutMs: options.storeTimeoutMs ?? defaults.storeTimeoutMs,
    storeFailures: options.storeFailures ?? defaults.storeFailures,
    storeRestMs: options.storeRestMs ?? defaults.storeRestMs,
    onEvent: options.onEvent ?? (() => undefined),
  }
  const { ttlMs, storeTimeoutMs, storeFailures, storeRestMs } = resolved
  if (ttlMs !== undefined && !(ttlMs > 0)) {
    throw new OptionError('ttlMs', 'must be milliseconds above 0.')
  }
  if (!(storeTimeoutMs > 0 && storeTimeoutMs <= longestTimerMs)) {
    throw new OptionError('storeTimeoutMs', `must be milliseconds from 1 to ${longestTimerMs}.`)
  }
  if (!(storeFailures >= 1)) throw new OptionError('storeFailures', 'must be a number from 1.')
  if (!(storeRestMs >= 0)) throw new OptionError('storeRestMs', 'must be milliseconds from 0.')
  return resolved
}
