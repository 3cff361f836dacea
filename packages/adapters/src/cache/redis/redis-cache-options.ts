import { OptionError } from '@ockham/core'

/** A client of the package `redis`, or of any other that sends a command as a list of words. */
export interface RedisLike {
  readonly isReady: boolean
  sendCommand(words: string[]): Promise<unknown>
}

/** Which Redis holds the replies: by `url`, or by a `client` whose owner connects and closes it. */
export interface RedisCacheOptions {
  /** `redis://` or `rediss://`, with name, password and database number as needed. */
  url?: string
  client?: RedisLike
  /** What the name of every key begins with. Default `ockham:`. */
  prefix?: string
  /** Milliseconds a reply stays good unless it is stored with a time of its own. Default: no limit. */
  ttlMs?: number
  /** Milliseconds to connect, and for a command; a Redis that needs longer is left alone for a while. Default 1000. */
  timeoutMs?: number
}

/** All options of `redisCache`; `ttlMs` undefined means no limit. */
export interface ResolvedRedisCacheOptions {
  server: string | RedisLike
  prefix: string
  ttlMs: number | undefined
  timeoutMs: number
}

const defaults = { prefix: 'ockham:', timeoutMs: 1000 }

/** Fills in the defaults; throws `OptionError`, which does not show the URL and what is secret in it. */
export function resolveRedisCacheOptions(options: RedisCacheOptions): ResolvedRedisCacheOptions {
  const { url, client, ttlMs } = options
  const { prefix = defaults.prefix, timeoutMs = defaults.timeoutMs } = options
  const server = client ?? url
  if (server === undefined || (client && url !== undefined)) {
    throw new OptionError('url', 'or `client` must be given, and not both.')
  }
  if (typeof server === 'string' && !isRedisURL(server)) {
    throw new OptionError('url', 'must be redis://host:port or rediss://host:port.')
  }
  if (ttlMs !== undefined && !(ttlMs > 0)) {
    throw new OptionError('ttlMs', 'must be milliseconds above 0.')
  }
  if (!(timeoutMs > 0 && timeoutMs < 2 ** 31)) {
    throw new OptionError('timeoutMs', 'must be milliseconds above 0.')
  }
  return { server, prefix, ttlMs, timeoutMs }
}

function isRedisURL(text: string): boolean {
  return /^rediss?:\/\//.test(text) && URL.canParse(text)
}
