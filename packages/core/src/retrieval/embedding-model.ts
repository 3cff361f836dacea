/** What an embedding model gave for some texts, in their order. */
export interface EmbeddingResponse {
  embeddings: readonly (readonly number[] | Float32Array)[]
  /** Tokens of all texts, when the vendor tells. */
  inputTokens?: number
  /** US dollars; null or absent when the price is not known. */
  costUSD?: number | null
}

/** Turns texts into vectors: an object literal with `model` and `embed` is one. */
export interface EmbeddingModel {
  /** `provider/model`. */
  readonly model: string
  embed(texts: readonly string[], options?: { signal?: AbortSignal }): Promise<EmbeddingResponse>
}
