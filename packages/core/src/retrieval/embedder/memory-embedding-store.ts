import { createRequire } from 'node:module'
import type { LRUCache } from 'lru-cache'
import { OptionError } from '../../errors/option-error.ts'
import type { EmbeddingStore } from './embedding-store.ts'

const require = createRequire(import.meta.url)

/** How much a memory store holds; one embedding more drops those that were not used for longest. */
export interface MemoryEmbeddingStoreOptions {
  /** Bytes held: four for each number, and those of the key. Default 64 MB. */
  maxBytes?: number
}

const defaults = { maxBytes: 64 * 1024 * 1024 }

/** Keeps embeddings in this process's memory; throws `OptionError` for a size that cannot be used. */
export function memoryEmbeddingStore(options: MemoryEmbeddingStoreOptions = {}): EmbeddingStore {
  const { maxBytes } = { ...defaults, ...options }
  if (!Number.isSafeInteger(maxBytes) || maxBytes < 1) {
    throw new OptionError('maxBytes', 'must be a whole number from 1.')
  }
  // The package's own declaration types the module; `require` itself gives no type. It loads on first use,
  // to keep imports fast.
  const library: { LRUCache: typeof LRUCache } = require('lru-cache')
  const embeddings = new library.LRUCache<string, Float32Array>({
    maxSize: maxBytes,
    sizeCalculation: ({ byteLength }, key) => byteLength + key.length,
  })
  return {
    get: (key) => embeddings.get(key),
    set: (key, embedding) => void embeddings.set(key, embedding),
  }
}
