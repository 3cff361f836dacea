import type { JSONValue } from '../schema/json-value.ts'

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
  /** Numbers in each embedding, where that is known before the first. */
  readonly dimensions?: number | undefined
  embed(texts: readonly string[], options?: { signal?: AbortSignal }): Promise<EmbeddingResponse>
  /** JSON of all that can change an embedding beside its text; by default the model's name. */
  fingerprint?(): JSONValue
}
