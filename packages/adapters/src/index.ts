// vendors
export { anthropic } from './anthropic/anthropic.ts'
export { type AzureOptions, azure } from './azure/azure.ts'
export { bedrock } from './bedrock/bedrock.ts'
export type { BedrockOptions } from './bedrock/bedrock-options.ts'
export { cohere } from './cohere/cohere.ts'
export { gemini } from './gemini/gemini.ts'
export { ollama } from './ollama/ollama.ts'
export { type OpenAIOptions, openai } from './openai/openai.ts'
export {
  type OpenAICompatibleOptions,
  openaiCompatible,
} from './openai-compatible/openai-compatible.ts'
export type { Timeouts } from './timing/timeouts.ts'
export type { VendorOptions } from './vendor/vendor-options.ts'
export { vertexAI } from './vertex-ai/vertex-ai.ts'
export type { VertexAIOptions } from './vertex-ai/vertex-ai-options.ts'

// embedded
export { embedded } from './embedded/embedded.ts'
export type { EmbeddedOptions } from './embedded/embedded-options.ts'
export type { EmbeddedTier } from './embedded/embedded-tier.ts'

// by name, and from the environment
export { type LMFromEnvOptions, lmFromEnv } from './env/lm-from-env.ts'
export type { Environment } from './internal/environment.ts'
export { lm } from './lm.ts'
export type { LMOptions } from './provider/lm-options.ts'

// models of the AI SDK
export type { AISDKModel } from './ai-sdk/ai-sdk-model.ts'
export type { AISDKOptions } from './ai-sdk/ai-sdk-options.ts'
