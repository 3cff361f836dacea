/** Where an `Embedder` keeps embeddings, by key; a store may forget at any time, and an error of it is a miss. */
export interface EmbeddingStore {
  get(key: string): Float32Array | undefined | Promise<Float32Array | undefined>
  set(key: string, embedding: Float32Array): void | Promise<void>
}
