import { EmbeddingError } from '../../errors/embedding-error.ts'
import type { EmbeddingModel, EmbeddingResponse } from '../embedding-model.ts'

const shownCharacters = 60

/** The embeddings of a response by their texts, which are all different; throws `EmbeddingError` that says which text has none. */
export function checkEmbeddings(
  model: EmbeddingModel,
  texts: readonly string[],
  { embeddings }: EmbeddingResponse,
): Map<string, Float32Array> {
  const given: unknown = embeddings
  if (!Array.isArray(given) || given.length !== texts.length) {
    const count = Array.isArray(given) ? given.length : 'no list of'
    throw new EmbeddingError(
      `${model.model}: expected ${texts.length} embeddings, one of each text; got ${count} embeddings.`,
      { model: model.model, reason: 'count' },
    )
  }
  return new Map(texts.map((text, at) => [text, numbersOf(model, text, given[at])]))
}

/** Throws `EmbeddingError` for the first vector that has not as many numbers as it should, or as the others. */
export function checkDimensions(
  model: EmbeddingModel,
  vectors: ReadonlyMap<string, Float32Array>,
): void {
  let { dimensions } = model
  for (const [text, { length }] of vectors) {
    dimensions ??= length
    if (length === dimensions) continue
    throw new EmbeddingError(
      `${model.model}: the embedding of ${shown(text)} has ${length} numbers, and should have ${dimensions}.`,
      { model: model.model, text, reason: 'dimensions' },
    )
  }
}

function numbersOf(model: EmbeddingModel, text: string, given: unknown): Float32Array {
  const isList = Array.isArray(given) || given instanceof Float32Array
  const numbers = isList ? new Float32Array(given.length) : undefined
  if (!isList || !numbers || numbers.length === 0) throw wrongNumber(model, text, 'no numbers')
  for (let at = 0; at < numbers.length; at += 1) {
    const value: unknown = given[at]
    // What is beyond the range of 32-bit floats becomes infinite here.
    numbers[at] = typeof value === 'number' ? value : Number.NaN
    if (!Number.isFinite(numbers[at])) throw wrongNumber(model, text, `${String(value)} at ${at}`)
  }
  return numbers
}

function wrongNumber({ model }: EmbeddingModel, text: string, what: string): EmbeddingError {
  return new EmbeddingError(
    `${model}: the embedding of ${shown(text)} must be finite numbers; it has ${what}.`,
    { model, text, reason: 'number' },
  )
}

function shown(text: string): string {
  const { length } = text
  return JSON.stringify(length > shownCharacters ? `${text.slice(0, shownCharacters)}…` : text)
}
