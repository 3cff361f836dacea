import { OptionError } from '../../errors/option-error.ts'
import type { Embedder } from '../embedder/embedder.ts'

/** What an `Embeddings` searches. */
export type EmbeddingsOptions<Passage> = {
  corpus: readonly Passage[]
  embedder: Embedder
  /** Passages found for a query. Default 5. */
  k?: number
  /** Whether scores are cosines, and not plain dot products. Default true. */
  normalize?: boolean
} & TextOption<Passage>

/** How the text of a passage is told; a passage that is a text needs nothing. */
export type TextOption<Passage> = Passage extends string
  ? { textOf?: (passage: Passage) => string }
  : { textOf: (passage: Passage) => string }

const defaults = { k: 5, normalize: true }

/** The defaults filled in; throws `OptionError` for a `k` that cannot be used. */
export function resolveEmbeddingsOptions(options: { k?: number; normalize?: boolean }): {
  k: number
  normalize: boolean
} {
  const { k = defaults.k, normalize = defaults.normalize } = options
  checkK(k)
  return { k, normalize }
}

/** Throws `OptionError` for a number of passages that is none. */
export function checkK(k: number): void {
  if (!Number.isSafeInteger(k) || k < 1)
    throw new OptionError('k', 'must be a whole number from 1.')
}
