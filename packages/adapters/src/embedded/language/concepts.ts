import { conceptsOfMatter } from './concepts-of-matter.ts'
import { conceptsOfPeople } from './concepts-of-people.ts'
import { stem } from './stem.ts'

/** A concept a word belongs to, and how central the word is to it, in (0, 1]. */
export interface ConceptLink {
  concept: number
  weight: number
}

/** A thesaurus: what a word may mean. */
export interface Concepts {
  of(word: string): readonly ConceptLink[]
  /** The concepts that share words with this one, weighted in (0, 1]. */
  near(concept: number): readonly ConceptLink[]
}

const none: readonly ConceptLink[] = []
const known = new Map<string, Concepts>()
const fewestShared = 2

/** The thesaurus of one who knows the first `depth` words of each concept; with `stems`, in all their forms. */
export function concepts(depth: number, stems: boolean): Concepts {
  const key = `${depth} ${stems}`
  const before = known.get(key)
  if (before !== undefined) return before
  const form = (word: string): string => (stems ? stem(word) : word)
  const lines = `${conceptsOfMatter}${conceptsOfPeople}`.split('\n').filter((line) => line !== '')
  const members = lines.map((line) => [...new Set(line.split(' ').slice(0, depth).map(form))])
  const links = new Map<string, ConceptLink[]>()
  for (const [concept, words] of members.entries()) {
    for (const [place, word] of words.entries()) {
      const weight = 1 / (1 + place / 12)
      links.set(word, [...(links.get(word) ?? []), { concept, weight }])
    }
  }
  const relations = members.map((words, concept) => related(words, concept, links))
  const made: Concepts = {
    of: (word) => links.get(form(word)) ?? none,
    near: (concept) => relations[concept] ?? none,
  }
  known.set(key, made)
  return made
}

function related(
  words: readonly string[],
  concept: number,
  links: ReadonlyMap<string, readonly ConceptLink[]>,
): ConceptLink[] {
  const shared = new Map<number, number>()
  for (const word of words) {
    for (const link of links.get(word) ?? []) {
      if (link.concept !== concept) shared.set(link.concept, (shared.get(link.concept) ?? 0) + 1)
    }
  }
  return [...shared]
    .filter(([, count]) => count >= fewestShared)
    .map(([other, count]) => ({ concept: other, weight: Math.min(1, count / 6) }))
}
