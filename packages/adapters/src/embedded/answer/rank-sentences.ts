import { splitSentences } from '../language/split-sentences.ts'
import type { Ability } from '../learning/ability.ts'
import { similarity } from '../learning/similarity.ts'
import { textFeatures } from '../learning/text-features.ts'

/** The sentences of a text, those closest to a query first; ties keep the text's order. */
export function rankSentences(text: string, query: string, ability: Ability): string[] {
  const wanted = textFeatures(query, ability)
  return splitSentences(text)
    .map((sentence) => ({ sentence, score: similarity(textFeatures(sentence, ability), wanted) }))
    .sort((one, other) => other.score - one.score)
    .map(({ sentence }) => sentence)
}
