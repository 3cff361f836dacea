import { type CacheStore, type LMResponse, OckhamError } from '@ockham/core'
import { fromReplyText, toReplyText } from '../reply-text.ts'
import { type DiskCacheOptions, resolveDiskCacheOptions } from './disk-cache-options.ts'
import { ReplyFile } from './reply-file.ts'
import type { ReplyTable } from './reply-table.ts'

/** A cache store in a file, which `close` or the end of a `using` block lets go of. */
export interface DiskCache extends Required<CacheStore>, Disposable {
  get(key: string): LMResponse | undefined
  /** Throws `OckhamError` when it could not be done. */
  delete(key: string): Promise<void>
  /** Throws `OckhamError` when it could not be done. */
  clear(): Promise<void>
  close(): void
}

/** Uses noted before they are written down, all at once. */
const mostTouched = 64
/** A reply is written at most this often while other processes are in the way, with a pause between. */
const mostTries = 8
const mostEvictions = 8

/**
 * A cache store in an SQLite file, for any number of processes at once. What goes wrong with the file is a
 * miss and at most a warning: a corrupt one is moved to `<path>.corrupt` and begun anew. Throws `OptionError`.
 */
export function diskCache(options: DiskCacheOptions): DiskCache {
  const { path, maxBytes, ttlMs: usualTtlMs } = resolveDiskCacheOptions(options)
  const file = new ReplyFile(path)
  let touched = new Set<string>()

  function writeTouched(table: ReplyTable): void {
    const keys = touched
    touched = new Set()
    if (keys.size > 0) table.touch(keys, Date.now())
  }

  function makeRoom(table: ReplyTable): void {
    for (let evictions = 0; evictions < mostEvictions; evictions += 1) {
      const over = table.bytes() - maxBytes
      if (over <= 0) return
      if (evictions === 0) writeTouched(table)
      // A little more than needed, so that not every reply that comes has to push one out.
      table.evict(over + maxBytes / 16, Date.now())
    }
  }

  function get(key: string): LMResponse | undefined {
    const attempt = file.attempt((table) => table.find(key, Date.now()))
    const reply = 'result' in attempt ? fromReplyText(attempt.result) : undefined
    if (reply === undefined) return undefined
    touched.add(key)
    if (touched.size >= mostTouched) file.attempt(writeTouched)
    return reply
  }

  async function change(work: (table: ReplyTable) => void): Promise<boolean> {
    for (let tries = 0; tries < mostTries; tries += 1) {
      if (tries > 0) await pause()
      const attempt = file.attempt(work)
      if ('result' in attempt) return true
      if (attempt.failure === 'unusable') break
    }
    return false
  }

  async function set(key: string, response: LMResponse, ttlMs = usualTtlMs): Promise<void> {
    const text = toReplyText(response)
    if (text === undefined || Buffer.byteLength(text) > maxBytes / 2) return
    const expiresAt = ttlMs === undefined ? undefined : Date.now() + ttlMs
    await change((table) => table.put(key, text, expiresAt, Date.now()))
    file.attempt(makeRoom)
  }

  // Who deletes wants to know that it is gone.
  async function forget(work: (table: ReplyTable) => void): Promise<void> {
    if (await change(work)) return
    throw new OckhamError(
      `Nothing could be deleted from the cache file ${path}: it is closed, cannot be written, or other ` +
        'processes are writing to it without a pause.',
    )
  }

  function close(): void {
    file.attempt(writeTouched)
    file.close()
  }

  return {
    get,
    set,
    delete: (key) => forget((table) => table.delete(key)),
    clear: () => forget((table) => table.clear()),
    close,
    [Symbol.dispose]: close,
  }
}

/** Not as long for one process as for another, so that they do not meet again. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5 + 25 * Math.random()))
}
