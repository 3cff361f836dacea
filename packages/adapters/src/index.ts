// vendors
export { anthropic } from './anthropic/anthropic.ts'
export { ollama } from './ollama/ollama.ts'
export { openai } from './openai/openai.ts'
export {
  type OpenAICompatibleOptions,
  openaiCompatible,
} from './openai-compatible/openai-compatible.ts'
export type { Timeouts } from './timing/timeouts.ts'
export type { VendorOptions } from './vendor/vendor-options.ts'

// cache stores
export { type DiskCache, diskCache } from './cache/disk/disk-cache.ts'
export type { DiskCacheOptions } from './cache/disk/disk-cache-options.ts'
export { type KeyvLike, keyvCache } from './cache/keyv-cache.ts'
export { type RedisCache, redisCache } from './cache/redis/redis-cache.ts'
export type { RedisCacheOptions, RedisLike } from './cache/redis/redis-cache-options.ts'

// embedded
export { embedded } from './embedded/embedded.ts'
export type { EmbeddedOptions } from './embedded/embedded-options.ts'
export type { EmbeddedTier } from './embedded/embedded-tier.ts'

// by name, and from the environment
export { type LMFromEnvOptions, lmFromEnv } from './env/lm-from-env.ts'
export type { Environment } from './internal/environment.ts'
export { lm } from './lm.ts'
