import type { EmbeddingModel } from '@ockham/core'
import type { CompatibleProvider } from '../openai-compatible/compatible-provider.ts'
import { compatibleEmbedding } from './compatible-embedding.ts'
import type { EmbeddingOptions } from './embedding-options.ts'

/** Which server to ask for embeddings. */
export interface OpenAICompatibleEmbeddingOptions extends EmbeddingOptions {
  baseURL: string
  model: string
  /** The first half of the model's name; also the provider whose prices hold, when it has any. */
  provider?: string
  /** True for a server on this machine: it gets more time, and costs nothing. */
  local?: boolean
}

const defaults = { provider: 'openai-compatible' }

/** An embedding model on any server that speaks OpenAI's `/embeddings`; the key is optional. */
export function openaiCompatibleEmbedding(
  options: OpenAICompatibleEmbeddingOptions,
): EmbeddingModel {
  const { model, provider, local, ...rest } = { ...defaults, ...options }
  const row: CompatibleProvider = { name: provider, keyless: true, capabilities: {} }
  if (local === true) row.local = true
  if (provider !== defaults.provider) row.priceProvider = provider
  return compatibleEmbedding(row, model, rest)
}
