import type { CacheStore } from '@ockham/core'
import { fromReplyText, toReplyText } from './reply-text.ts'

/** What a key-value store must have; Keyv 4 and later do, and so does a `Map`. */
export interface KeyvLike {
  get(key: string): unknown
  /** Keeps a text, for `ttlMs` milliseconds when given. */
  set(key: string, value: string, ttlMs?: number): unknown
  delete?(key: string): unknown
}

/**
 * A cache store in any Keyv-like one, whose owner opens, clears and closes it. What that store throws
 * is thrown on, and is a miss to `cached`.
 */
export function keyvCache(store: KeyvLike): CacheStore {
  return {
    async get(key) {
      return fromReplyText(await store.get(key))
    },
    async set(key, response, ttlMs) {
      const text = toReplyText(response)
      if (text !== undefined) await store.set(key, text, ttlMs)
    },
    async delete(key) {
      await store.delete?.(key)
    },
  }
}
