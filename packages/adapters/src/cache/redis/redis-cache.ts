import { type CacheStore, type LMResponse, OckhamError } from '@ockham/core'
import { fromReplyText, toReplyText } from '../reply-text.ts'
import { type RedisCacheOptions, resolveRedisCacheOptions } from './redis-cache-options.ts'
import { RedisServer } from './redis-server.ts'

/** A cache store in Redis, which `close` or the end of an `await using` block lets go of. */
export interface RedisCache extends Required<CacheStore>, AsyncDisposable {
  get(key: string): Promise<LMResponse | undefined>
  set(key: string, response: LMResponse, ttlMs?: number): Promise<void>
  /** Throws `OckhamError` when it could not be done. */
  delete(key: string): Promise<void>
  /** Deletes what begins with the prefix. Throws `OckhamError` when it could not be done. */
  clear(): Promise<void>
  close(): Promise<void>
}

/**
 * A cache store in Redis, reached through the package `redis` and on first use. A Redis that is down, slow or
 * of another mind is a miss and one warning, and is left alone for a while. Throws `OptionError`.
 */
export function redisCache(options: RedisCacheOptions): RedisCache {
  const {
    server: address,
    prefix,
    ttlMs: usualTtlMs,
    timeoutMs,
  } = resolveRedisCacheOptions(options)
  const server = new RedisServer(address, timeoutMs)

  async function get(key: string): Promise<LMResponse | undefined> {
    return fromReplyText(await server.ask(['GET', prefix + key]))
  }

  async function set(key: string, response: LMResponse, ttlMs = usualTtlMs): Promise<void> {
    const text = toReplyText(response)
    if (text === undefined) return
    const time = ttlMs === undefined ? [] : ['PX', String(Math.max(1, Math.ceil(ttlMs)))]
    await server.ask(['SET', prefix + key, text, ...time])
  }

  async function forget(words: string[]): Promise<unknown> {
    const answer = await server.ask(words)
    if (answer !== undefined) return answer
    throw new OckhamError(
      'Nothing could be deleted from the cache: its Redis is closed or out of reach.',
    )
  }

  async function clear(): Promise<void> {
    const pattern = `${prefix.replaceAll(/[\\*?[\]^]/g, '\\$&')}*`
    let cursor = '0'
    do {
      const page = await forget(['SCAN', cursor, 'MATCH', pattern, 'COUNT', '500'])
      // The answer to SCAN: where to go on, and some keys.
      const [next, keys] = page as [string, string[]]
      if (keys.length > 0) await forget(['UNLINK', ...keys])
      cursor = String(next)
    } while (cursor !== '0')
  }

  const close = (): Promise<void> => server.close()
  return {
    get,
    set,
    async delete(key) {
      await forget(['DEL', prefix + key])
    },
    clear,
    close,
    [Symbol.asyncDispose]: close,
  }
}
