import { stem } from './stem.ts'
import { thesaurus } from './thesaurus.ts'

/** A concept a word belongs to, and how central the word is to it, in (0, 1]. */
export interface ConceptLink {
  concept: number
  weight: number
}

/** What a word, in any of its forms, may mean. */
export interface Concepts {
  of(word: string): readonly ConceptLink[]
}

const none: readonly ConceptLink[] = []
const known = new Map<number, Concepts>()

/** The thesaurus of one who knows the first `depth` words of each concept. */
export function concepts(depth: number): Concepts {
  const before = known.get(depth)
  if (before !== undefined) return before
  const links = new Map<string, ConceptLink[]>()
  const lines = thesaurus.split('\n').filter((line) => line !== '')
  for (const [concept, line] of lines.entries()) {
    const words = new Set(line.split(' ').slice(0, depth).map(stem))
    for (const [place, word] of [...words].entries()) {
      const weight = 1 / (1 + place / 12)
      links.set(word, [...(links.get(word) ?? []), { concept, weight }])
    }
  }
  const made: Concepts = { of: (word) => links.get(stem(word)) ?? none }
  known.set(depth, made)
  return made
}
