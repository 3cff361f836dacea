import { type EmbeddingModel, LMConfigurationError } from '@ockham/core'
import { embeddedEmbedding } from '../embedded/embedding/embedded-embedding.ts'
import type { EmbeddingOptions } from './embedding-options.ts'

/** `embedding('embedded/ngrams')`; of the options it takes `dimensions`. */
export function embeddedProvider(model: string, { dimensions }: EmbeddingOptions): EmbeddingModel {
  if (model === 'ngrams') return embeddedEmbedding(dimensions === undefined ? {} : { dimensions })
  throw new LMConfigurationError(
    `"embedded/${model}" does not exist; the embedded embedding model is embedded/ngrams.`,
    { model: `embedded/${model}`, provider: 'embedded' },
  )
}
