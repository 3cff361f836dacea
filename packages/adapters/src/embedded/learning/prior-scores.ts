import { negations } from '../language/negations.ts'
import { splitWords } from '../language/split-words.ts'
import { stopWords } from '../language/stop-words.ts'
import { writtenSigns } from '../language/written-signs.ts'
import type { PriorKnowledge } from './prior-knowledge.ts'

/** Log-odds by label of a text, and which words gave them. */
export interface PriorScores {
  scores: number[]
  words: ReadonlyMap<string, readonly number[]>
}

const reach = 3

/** Adds to `base` what the words of a text say; a word shortly after a negation speaks the other way when `negates`. */
export function priorScores(
  text: string,
  knowledge: PriorKnowledge,
  base: readonly number[],
  negates: boolean,
): PriorScores {
  const scores = [...base]
  const words = new Map<string, readonly number[]>()
  let sinceNegation = reach + 1
  for (const word of [...splitWords(text), ...writtenSigns(text)]) {
    sinceNegation = negations.has(word) ? 0 : sinceNegation + 1
    if (stopWords.has(word) || words.has(word)) continue
    const said = knowledge.of(word)
    if (said === undefined) continue
    const sign = negates && sinceNegation > 0 && sinceNegation <= reach ? -1 : 1
    words.set(word, said)
    for (const [label, one] of said.entries()) scores[label] = (scores[label] ?? 0) + sign * one
  }
  return { scores, words }
}
