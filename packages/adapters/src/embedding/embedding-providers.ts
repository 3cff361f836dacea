import type { EmbeddingModel } from '@ockham/core'
import { azureConnection } from '../azure/azure-connection.ts'
import { azureVendor } from '../azure/azure-vendor.ts'
import { ollamaVendor } from '../ollama/ollama-vendor.ts'
import { billedTo } from '../openai/billed-to.ts'
import { openaiVendor } from '../openai/openai-vendor.ts'
import { compatibleProviders } from '../openai-compatible/compatible-providers.ts'
import { compatibleEmbedding } from './compatible-embedding.ts'
import { embeddedProvider } from './embedded-provider.ts'
import type { EmbeddingOptions } from './embedding-options.ts'
import { connectOllamaEmbeddings, readOllamaEmbeddings } from './ollama-embeddings.ts'
import { connectOpenAIEmbeddings, readOpenAIEmbeddings } from './openai-embeddings.ts'
import { vendorEmbedding } from './vendor-embedding.ts'

type EmbeddingFactory = (model: string, options: EmbeddingOptions) => EmbeddingModel

const openai: EmbeddingFactory = (model, options) => {
  const { env = process.env } = options
  return vendorEmbedding(
    {
      vendor: openaiVendor,
      encodingFormat: 'base64',
      connect: ({ headers, ...connection }) =>
        connectOpenAIEmbeddings({ ...connection, headers: { ...billedTo(env), ...headers } }),
      read: readOpenAIEmbeddings,
    },
    model,
    options,
  )
}

const azure: EmbeddingFactory = (deployment, { apiVersion, ...options }) => {
  const { env = process.env } = options
  return vendorEmbedding(
    {
      vendor: azureVendor,
      encodingFormat: 'base64',
      connect(given) {
        const about = { deployment, apiVersion, env, api: 'chat' } as const
        const { connection, query } = azureConnection(given, about)
        return connectOpenAIEmbeddings(connection, query)
      },
      read: readOpenAIEmbeddings,
    },
    deployment,
    options,
  )
}

const ollama: EmbeddingFactory = (model, options) =>
  vendorEmbedding(
    { vendor: ollamaVendor, connect: connectOllamaEmbeddings, read: readOllamaEmbeddings },
    model,
    options,
  )

/** Every provider that the name of an embedding model can begin with. */
export const embeddingProviders: ReadonlyMap<string, EmbeddingFactory> = new Map([
  ['openai', openai],
  ['azure', azure],
  ['ollama', ollama],
  ['embedded', embeddedProvider],
  ...compatibleProviders.flatMap((row) => {
    const make: EmbeddingFactory = (model, options) => compatibleEmbedding(row, model, options)
    return [row.name, ...(row.aliases ?? [])].map((name) => [name, make] as const)
  }),
])
