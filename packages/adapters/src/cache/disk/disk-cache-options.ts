import { OptionError } from '@ockham/core'

/** Where a disk cache is and how much it keeps. */
export interface DiskCacheOptions {
  /** The database file; it and its folder are made when missing. Any number of processes can share it. */
  path: string
  /** Bytes that the replies may take up; the ones not used for longest go first. Default 1 GiB. */
  maxBytes?: number
  /** Milliseconds a reply stays good unless it is stored with a time of its own. Default: no limit. */
  ttlMs?: number
}

/** All options of `diskCache`; `ttlMs` undefined means no limit. */
export interface ResolvedDiskCacheOptions {
  path: string
  maxBytes: number
  ttlMs: number | undefined
}

const defaults = { maxBytes: 1024 ** 3 }

/** An empty database is not much smaller. */
const leastBytes = 64 * 1024

/** Fills in the defaults; throws `OptionError` for a path or number that cannot be used. */
export function resolveDiskCacheOptions(options: DiskCacheOptions): ResolvedDiskCacheOptions {
  const { path, maxBytes = defaults.maxBytes, ttlMs } = options
  if (typeof path !== 'string' || path.trim() === '' || path === ':memory:') {
    throw new OptionError('path', 'must name a file; for a cache in memory use memoryCache().')
  }
  if (!Number.isSafeInteger(maxBytes) || maxBytes < leastBytes) {
    throw new OptionError('maxBytes', `must be a whole number of bytes from ${leastBytes}.`)
  }
  if (ttlMs !== undefined && !(ttlMs > 0)) {
    throw new OptionError('ttlMs', 'must be milliseconds above 0.')
  }
  // A program may change its folder before the file is opened.
  return { path: process.getBuiltinModule('node:path').resolve(path), maxBytes, ttlMs }
}
