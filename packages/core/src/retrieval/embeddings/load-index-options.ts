import { StateError } from '../../errors/state-error.ts'
import type { SchemaOutput, StandardSchema } from '../../schema/standard-schema.ts'
import type { Embedder } from '../embedder/embedder.ts'
import type { IndexHeader } from '../index-file/index-header.ts'

/** With what a saved index is searched. */
export interface LoadIndexOptions {
  /** Of the model that made the vectors. */
  embedder: Embedder
  /** Passages found for a query. Default: as it was when the index was saved. */
  k?: number
}

/** With what a saved index of records is searched. */
export interface LoadRecordsOptions<Schema extends StandardSchema> extends LoadIndexOptions {
  /** What a passage is: the file could hold anything. */
  passage: Schema
  textOf: (passage: SchemaOutput<Schema>) => string
}

/** Throws `StateError` when the vectors of an index are not those of the embedder's model. */
export function checkModel(header: IndexHeader, { model, embeddingModel }: Embedder): void {
  const { dimensions = header.dimensions } = embeddingModel
  const differences = [
    ...(model === header.model ? [] : [`model: ${header.model} in the index, ${model} here`]),
    ...(dimensions === header.dimensions || header.count === 0
      ? []
      : [`dimensions: ${header.dimensions} in the index, ${dimensions} here`]),
  ]
  if (differences.length === 0) return
  throw new StateError(
    'The index was made by another embedding model: load it with an embedder of that one, or embed the corpus again.',
    differences,
  )
}

/** The passages as the schema has them, or as texts; throws `StateError` for the first that is none. */
export async function checkPassages(
  passages: readonly unknown[],
  schema: StandardSchema | undefined,
  path: string,
): Promise<unknown[]> {
  const checked: unknown[] = []
  for (const [at, passage] of passages.entries()) {
    const result = schema ? await schema['~standard'].validate(passage) : textResult(passage)
    if (result.issues) {
      const problems = result.issues.map(({ message }) => message)
      throw new StateError(`Passage ${at} of ${path} is not what was expected.`, problems)
    }
    checked.push(result.value)
  }
  return checked
}

function textResult(passage: unknown): { value: unknown; issues?: readonly { message: string }[] } {
  if (typeof passage === 'string') return { value: passage }
  const message = 'It is not a text. Give `loadIndex` the schema of a passage, and `textOf`.'
  return { value: passage, issues: [{ message }] }
}
