export { lm } from './lm.ts'
// ai-sdk
export type { AISDKModel } from './ai-sdk/ai-sdk-model.ts'
export type { AISDKOptions } from './ai-sdk/ai-sdk-options.ts'
// anthropic
export { anthropic } from './anthropic/anthropic.ts'
// azure
export { type AzureOptions, azure } from './azure/azure.ts'
// bedrock
export { bedrock } from './bedrock/bedrock.ts'
export type { BedrockOptions } from './bedrock/bedrock-options.ts'
// cache
export { type DiskCache, diskCache } from './cache/disk/disk-cache.ts'
export type { DiskCacheOptions } from './cache/disk/disk-cache-options.ts'
export { type KeyvLike, keyvCache } from './cache/keyv-cache.ts'
export { type RedisCache, redisCache } from './cache/redis/redis-cache.ts'
export type { RedisCacheOptions, RedisLike } from './cache/redis/redis-cache-options.ts'
// catalog
export { estimateCostUSD } from './catalog/estimate-cost-usd.ts'
export { findModel } from './catalog/find-model.ts'
export { fitsContext } from './catalog/fits-context.ts'
export type { ModelCapabilities, ModelInfo } from './catalog/model-info.ts'
export type { ModelPrice } from './catalog/model-price.ts'
export type { ModelOverride } from './catalog/override/model-override.ts'
export { overrideModel } from './catalog/override/override-model.ts'
export type { PriceOption } from './catalog/price/price-option.ts'
export { cheapest } from './catalog/query/cheapest.ts'
export { fastest } from './catalog/query/fastest.ts'
export { findModels } from './catalog/query/find-models.ts'
export { listModels } from './catalog/query/list-models.ts'
export type { ModelCapability, ModelQuery } from './catalog/query/model-query.ts'
export type { ModelSpeed } from './catalog/speed/model-speed.ts'
export { recordSpeed } from './catalog/speed/record-speed.ts'
export { speedOf } from './catalog/speed/speed-of.ts'
export { unpricedModels } from './catalog/unpriced-models.ts'
// cohere
export { cohere } from './cohere/cohere.ts'
// embedded
export { embedded } from './embedded/embedded.ts'
export type { EmbeddedOptions } from './embedded/embedded-options.ts'
export type { EmbeddedTier } from './embedded/embedded-tier.ts'
export {
  type EmbeddedEmbeddingOptions,
  embeddedEmbedding,
} from './embedded/embedding/embedded-embedding.ts'
// embedding
export { embedding } from './embedding/embedding.ts'
export type { EmbeddingOptions } from './embedding/embedding-options.ts'
export {
  type OpenAICompatibleEmbeddingOptions,
  openaiCompatibleEmbedding,
} from './embedding/openai-compatible-embedding.ts'
// env
export { configureFromEnv } from './env/configure-from-env.ts'
export { type EnvironmentVariable, environmentVariables } from './env/environment-variables.ts'
export { type LMFromEnvOptions, lmFromEnv } from './env/lm-from-env.ts'
// gemini
export { gemini } from './gemini/gemini.ts'
// internal
export type { Environment } from './internal/environment.ts'
// mcp
export { type MCPClient, mcpClient } from './mcp/mcp-client.ts'
export type { MCPClientOptions } from './mcp/mcp-client-options.ts'
export { MCPError, type MCPErrorReason } from './mcp/mcp-error.ts'
export type { MCPPrompt } from './mcp/prompts/mcp-prompt.ts'
export type { MCPResource } from './mcp/resources/mcp-resource.ts'
export type { MCPResourceTemplate } from './mcp/resources/mcp-resource-template.ts'
export type { MCPResourceContent } from './mcp/resources/read-resource.ts'
export type { MCPTransport } from './mcp/server/mcp-transport.ts'
export type { MCPToolInfo, MCPToolsOptions } from './mcp/tools/mcp-tools-options.ts'
// ollama
export { ollama } from './ollama/ollama.ts'
// openai
export { type OpenAIOptions, openai } from './openai/openai.ts'
// openai-compatible
export {
  type OpenAICompatibleOptions,
  openaiCompatible,
} from './openai-compatible/openai-compatible.ts'
// provider
export type { LMOptions } from './provider/lm-options.ts'
// replicate
export { replicate } from './replicate/replicate.ts'
// routing
export type { CircuitState } from './routing/breaker/breaker.ts'
export type { BreakerOptions } from './routing/breaker/breaker-options.ts'
export { type ChainName, chains } from './routing/chain/chains.ts'
export { type FallbackChainOptions, fallbackChain } from './routing/chain/fallback-chain.ts'
export type { CheckHealthOptions } from './routing/health/check-health.ts'
export type { RouteHealth } from './routing/health/route-health.ts'
export type { RouteOptions } from './routing/route/route-options.ts'
export { type Router, router } from './routing/router.ts'
export type { RouterOptions, RouterTimeouts } from './routing/router-options.ts'
export { type Complexity, complexityOf } from './routing/rules/complexity-of.ts'
export type { RoutingRule, RuleCondition } from './routing/rules/routing-rule.ts'
export { qualityFrom } from './routing/strategy/quality-from.ts'
export type { RouteFeatures } from './routing/strategy/route-features.ts'
export type { Strategy, StrategyName } from './routing/strategy/strategy.ts'
// timing
export type { Timeouts } from './timing/timeouts.ts'
// vendor
export type { VendorOptions } from './vendor/vendor-options.ts'
// vertex-ai
export { vertexAI } from './vertex-ai/vertex-ai.ts'
export type { VertexAIOptions } from './vertex-ai/vertex-ai-options.ts'
