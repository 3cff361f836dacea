import { concepts } from '../language/concepts.ts'
import { splitName } from '../language/split-name.ts'
import { splitWords } from '../language/split-words.ts'
import { stem } from '../language/stem.ts'
import { stopWords } from '../language/stop-words.ts'
import type { Ability } from './ability.ts'

/** How strongly single words speak for each label, before any demonstration. */
export interface PriorKnowledge {
  /** Log-odds by label that a word contributes, or undefined when it says nothing. */
  of(word: string): readonly number[] | undefined
}

const ownWord = 2.4
const glossWord = 1.2
const conceptOfName = 2
const conceptOfGloss = 0.3
const remembered = 5000

/** What a tier makes of labels by their names and by what the prompt says of them (their glosses). */
export function priorKnowledge(
  labels: readonly string[],
  glosses: readonly string[],
  ability: Ability,
): PriorKnowledge {
  const words = new Map<string, number[]>()
  const meanings = new Map<number, number[]>()
  const { of } = concepts(ability.vocabulary)
  const learn = (word: string, label: number, weight: number, conceptWeight: number): void => {
    raise(words, stem(word), label, weight, labels.length)
    for (const link of of(word)) {
      raise(meanings, link.concept, label, conceptWeight * link.weight, labels.length)
    }
  }
  for (const [label, name] of labels.entries()) {
    for (const word of splitName(name)) learn(word, label, ownWord, conceptOfName)
    for (const word of new Set(splitWords(glosses[label] ?? ''))) {
      if (!stopWords.has(word)) learn(word, label, glossWord, conceptOfGloss)
    }
  }
  const said = new Map<string, readonly number[] | undefined>()
  const judge = (word: string): readonly number[] | undefined => {
    const total = labels.map((_, label) => words.get(stem(word))?.[label] ?? 0)
    for (const link of of(word)) {
      const meaning = meanings.get(link.concept)
      for (const label of labels.keys()) {
        const known = total[label] ?? 0
        total[label] = Math.max(known, (meaning?.[label] ?? 0) * link.weight)
      }
    }
    const mean = total.reduce((sum, one) => sum + one, 0) / Math.max(1, labels.length)
    return total.some((one) => one !== 0) ? total.map((one) => one - mean) : undefined
  }
  return {
    of: (word) => {
      if (said.has(word)) return said.get(word)
      const judged = judge(word)
      if (said.size < remembered) said.set(word, judged)
      return judged
    },
  }
}

function raise<Key>(
  table: Map<Key, number[]>,
  key: Key,
  label: number,
  weight: number,
  labels: number,
): void {
  const row = table.get(key) ?? Array.from({ length: labels }, () => 0)
  row[label] = Math.max(row[label] ?? 0, weight)
  table.set(key, row)
}
