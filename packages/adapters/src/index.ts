// the catalog
export { estimateCostUSD } from './catalog/estimate-cost-usd.ts'
export { findModel } from './catalog/find-model.ts'
export type { ModelCapabilities, ModelInfo } from './catalog/model-info.ts'
export type { ModelPrice } from './catalog/model-price.ts'

// vendors
export { anthropic } from './anthropic/anthropic.ts'
export { gemini } from './gemini/gemini.ts'
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

// routing
export { type ChainName, chains } from './routing/chain/chains.ts'
export { type FallbackChainOptions, fallbackChain } from './routing/chain/fallback-chain.ts'
export type { BreakerOptions } from './routing/breaker/breaker-options.ts'
export type { CircuitState } from './routing/breaker/breaker.ts'
export type { CheckHealthOptions } from './routing/health/check-health.ts'
export type { RouteHealth } from './routing/health/route-health.ts'
export type { RouteOptions, RoutePrice } from './routing/route/route-options.ts'
export { type Complexity, complexityOf } from './routing/rules/complexity-of.ts'
export type { RoutingRule, RuleCondition } from './routing/rules/routing-rule.ts'
export { type Router, router } from './routing/router.ts'
export type { RouterOptions, RouterTimeouts } from './routing/router-options.ts'
export { qualityFrom } from './routing/strategy/quality-from.ts'
export type { RouteFeatures } from './routing/strategy/route-features.ts'
export type { Strategy, StrategyName } from './routing/strategy/strategy.ts'
