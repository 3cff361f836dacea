import type { EmbeddingModel } from '../embedding-model.ts'

/** Turns texts into as many vectors, in their order: a model of one's own. */
export type EmbeddingFunction = (
  texts: string[],
  options: { signal?: AbortSignal },
) =>
  | readonly (readonly number[] | Float32Array)[]
  | Promise<readonly (readonly number[] | Float32Array)[]>

/** The function as a model; it tells neither tokens nor cost. */
export function modelOf(embed: EmbeddingFunction, name: string): EmbeddingModel {
  return {
    model: name,
    embed: async (texts, options = {}) => ({ embeddings: await embed([...texts], options) }),
  }
}
