import type { LM } from '@ockham/core'
import { anthropic } from '../anthropic/anthropic.ts'
import { azure } from '../azure/azure.ts'
import { bedrock } from '../bedrock/bedrock.ts'
import { cohere } from '../cohere/cohere.ts'
import { gemini } from '../gemini/gemini.ts'
import { ollama } from '../ollama/ollama.ts'
import { openai } from '../openai/openai.ts'
import { compatibleProviders } from '../openai-compatible/compatible-providers.ts'
import { compatibleVendor } from '../openai-compatible/compatible-vendor.ts'
import { replicate } from '../replicate/replicate.ts'
import { vendorLM } from '../vendor/vendor-lm.ts'
import { vertexAI } from '../vertex-ai/vertex-ai.ts'
import { embeddedProvider } from './embedded-provider.ts'
import type { LMOptions } from './lm-options.ts'

/** Makes the LM of one model. */
export type ProviderFactory = (model: string, options: LMOptions) => LM

/** Every provider that a model string can name. */
export const providers: ReadonlyMap<string, ProviderFactory> = new Map<string, ProviderFactory>([
  ['openai', openai],
  ['azure', azure],
  ['anthropic', anthropic],
  ['ollama', ollama],
  ['bedrock', bedrock],
  ['gemini', gemini],
  ['vertex_ai', vertexAI],
  ['cohere', cohere],
  // LiteLLM's second name for the chat wire.
  ['cohere_chat', cohere],
  ['replicate', replicate],
  ['embedded', embeddedProvider],
  // LiteLLM's second name for the same server.
  ['ollama_chat', ollama],
  ...compatibleProviders.flatMap((row) => {
    const make: ProviderFactory = (model, { api, ...options }) =>
      vendorLM(compatibleVendor(row, api), model, options)
    return [row.name, ...(row.aliases ?? [])].map((name) => [name, make] as const)
  }),
])
