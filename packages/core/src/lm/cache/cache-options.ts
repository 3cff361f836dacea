import { OptionError } from '../../errors/option-error.ts'
import { longestTimerMs } from '../attempts/longest-timer.ts'
import type { CacheStore } from './cache-store.ts'
import { memoryCache } from './memory-cache.ts'

/** Where and for how long `cached` keeps replies. */
export interface CacheOptions {
  /** Default: a `memoryCache()` of this LM alone. */
  store?: CacheStore
  /** Part of every key: tenants, and LMs that differ in more than `model`, need one each. Default empty. */
  namespace?: string
  /** Milliseconds a reply stays good. Default: no limit. */
  ttlMs?: number
  /** A store that needs more milliseconds than this counts as a miss. Default 100. */
  storeTimeoutMs?: number
}

/** All options of `cached`; `ttlMs` undefined means no limit. */
export interface ResolvedCacheOptions extends Required<Omit<CacheOptions, 'ttlMs'>> {
  ttlMs: number | undefined
}

const defaults = { namespace: '', storeTimeoutMs: 100 }

/** Fills in the defaults; throws `OptionError` for a number that cannot be used. */
export function resolveCacheOptions(options: CacheOptions): ResolvedCacheOptions {
  const resolved = {
    store: options.store ?? memoryCache(),
    namespace: options.namespace ?? defaults.namespace,
    ttlMs: options.ttlMs,
    storeTimeoutMs: options.storeTimeoutMs ?? defaults.storeTimeoutMs,
  }
  const { ttlMs, storeTimeoutMs } = resolved
  if (ttlMs !== undefined && !(ttlMs > 0)) {
    throw new OptionError('ttlMs', 'must be milliseconds above 0.')
  }
  if (!(storeTimeoutMs > 0 && storeTimeoutMs <= longestTimerMs)) {
    throw new OptionError('storeTimeoutMs', `must be milliseconds from 1 to ${longestTimerMs}.`)
  }
  return resolved
}
