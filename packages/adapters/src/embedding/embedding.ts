import { type EmbeddingModel, LMConfigurationError } from '@ockham/core'
import { parseModelName } from '../provider/parse-model-name.ts'
import type { EmbeddingOptions } from './embedding-options.ts'
import { embeddingProviders } from './embedding-providers.ts'

/**
 * The embedding model a name stands for: `embedding('openai/text-embedding-3-small')`. Nothing is loaded
 * or sent before its first call. Throws `LMConfigurationError` for a provider without embeddings.
 */
export function embedding(name: string, options: EmbeddingOptions = {}): EmbeddingModel {
  const { provider = '', model = '' } = parseModelName(name) ?? {}
  const factory = embeddingProviders.get(provider)
  if (factory) return factory(model, options)
  throw new LMConfigurationError(
    `"${name}" names no embedding model. Write "provider/model", such as ` +
      `"openai/text-embedding-3-small"; the providers are ${[...embeddingProviders.keys()].join(', ')}. ` +
      'For another server use openaiCompatibleEmbedding({ baseURL, model }), and for any other ' +
      'source new Embedder((texts) => vectors).',
    { model: name },
  )
}
