import type { LMResponse } from '../lm-response.ts'

/** Where `cached` keeps replies, by key; a store may forget at any time, and an error of it is a miss. */
export interface CacheStore {
  get(key: string): LMResponse | undefined | Promise<LMResponse | undefined>
  /** Keeps a reply for `ttlMs` milliseconds, or for as long as there is room. */
  set(key: string, response: LMResponse, ttlMs?: number): void | Promise<void>
  /** Forgets one reply. */
  delete?(key: string): void | Promise<void>
  /** Forgets all replies. */
  clear?(): void | Promise<void>
  /** Lets go of files and connections; afterwards every `get` is a miss. */
  close?(): void | Promise<void>
}
