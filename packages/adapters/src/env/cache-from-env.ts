import { type CacheOptions, type CacheStore, LMConfigurationError, memoryCache } from '@ockham/core'
import { diskCache } from '../cache/disk/disk-cache.ts'
import { redisCache } from '../cache/redis/redis-cache.ts'
import type { Environment } from '../internal/environment.ts'
import type { SetVariables } from './read-variables.ts'
import { sharedByEnvironment } from './shared-by-environment.ts'

const inMemory = sharedByEnvironment(() => memoryCache())
const onDisk = sharedByEnvironment((path) => diskCache({ path }))
const inRedis = sharedByEnvironment((url) => redisCache({ url }))

/** The cache that the environment asks for; undefined for none. Throws `LMConfigurationError`. */
export function cacheFromEnv(env: Environment, set: SetVariables): CacheOptions | undefined {
  const { cacheEnabled, cacheTTL, cachePath, cacheURL } = set
  if (cachePath && cacheURL) {
    throw new LMConfigurationError(
      `${cachePath.name} and ${cacheURL.name} are both set. Set one of them: replies are kept in one place.`,
    )
  }
  if (!(cacheEnabled?.value ?? (cachePath ?? cacheURL) !== undefined)) return undefined
  const store: CacheStore = cachePath
    ? onDisk(env, cachePath.value)
    : cacheURL
      ? inRedis(env, cacheURL.value)
      : inMemory(env, '')
  return { store, ...(cacheTTL && { ttlMs: cacheTTL.value * 1000 }) }
}
