import { AbortError, type EmbeddingModel, OptionError } from '@ockham/core'
import { countTokens } from '../count-tokens.ts'
import { hashText } from '../learning/hash-text.ts'
import { textParts } from './text-parts.ts'

/** Settings of the embedded embedding model. */
export interface EmbeddedEmbeddingOptions {
  /** Numbers in each embedding; more of them keep more words apart. Default 512. */
  dimensions?: number
}

const defaults = { dimensions: 512 }
// Of the hash of a part: its lowest bit is the sign, the others are the place.
const signBits = 1

/**
 * Embeds in this process, offline: texts that share words, or pieces of words, get like vectors. It knows
 * no meaning: a synonym is another word to it, and so is every word of another language. The same text has
 * the same vector everywhere. Throws `OptionError` for dimensions that are no whole number from 1.
 */
export function embeddedEmbedding(options: EmbeddedEmbeddingOptions = {}): EmbeddingModel {
  const { dimensions } = { ...defaults, ...options }
  if (!Number.isSafeInteger(dimensions) || dimensions < 1) {
    throw new OptionError('dimensions', 'must be a whole number from 1.')
  }
  return {
    model: 'embedded/ngrams',
    dimensions,
    async embed(texts, { signal } = {}) {
      if (signal?.aborted) throw new AbortError(signal.reason)
      return {
        embeddings: texts.map((text) => vectorOf(text, dimensions)),
        inputTokens: texts.reduce((sum, text) => sum + countTokens(text), 0),
        costUSD: 0,
      }
    },
    fingerprint: () => ({ dimensions }),
  }
}

/** Each part of the text is a step up or down in the place that its hash names; the whole has length one. */
function vectorOf(text: string, dimensions: number): Float32Array {
  const vector = new Float32Array(dimensions)
  for (const [part, weight] of textParts(text)) {
    const hash = hashText(part)
    const place = (hash >>> signBits) % dimensions
    vector[place] = (vector[place] ?? 0) + (hash & signBits ? weight : -weight)
  }
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0))
  return length === 0 ? vector : vector.map((value) => value / length)
}
