import type { EmbeddingModel } from '@ockham/core'
import type { CompatibleProvider } from '../openai-compatible/compatible-provider.ts'
import { compatibleVendor } from '../openai-compatible/compatible-vendor.ts'
import type { EmbeddingOptions } from './embedding-options.ts'
import { connectOpenAIEmbeddings, readOpenAIEmbeddings } from './openai-embeddings.ts'
import { vendorEmbedding } from './vendor-embedding.ts'

/** An embedding model of a server that speaks OpenAI's wire. */
export function compatibleEmbedding(
  row: CompatibleProvider,
  model: string,
  options: EmbeddingOptions,
): EmbeddingModel {
  const vendor = compatibleVendor(row)
  const wire = { connect: connectOpenAIEmbeddings, read: readOpenAIEmbeddings }
  return vendorEmbedding({ vendor, ...wire }, model, options)
}
