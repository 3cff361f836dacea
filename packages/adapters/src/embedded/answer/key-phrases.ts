import { splitWords } from '../language/split-words.ts'
import { stopWords } from '../language/stop-words.ts'

/** The phrases between stop words and punctuation that hold a text's most repeated and longest words. */
export function keyPhrases(text: string, most: number): string[] {
  const counts = new Map<string, number>()
  const phrases = new Set<string>()
  for (const clause of text.split(/[^\p{L}\p{N}\s'’-]+/u)) {
    let phrase: string[] = []
    for (const word of [...splitWords(clause), '']) {
      if (word !== '' && !stopWords.has(word)) {
        phrase.push(word)
        counts.set(word, (counts.get(word) ?? 0) + 1)
        continue
      }
      if (phrase.length > 0) phrases.add(phrase.slice(0, 3).join(' '))
      phrase = []
    }
  }
  const score = (phrase: string): number =>
    phrase.split(' ').reduce((sum, word) => sum + (counts.get(word) ?? 0) + word.length / 8, 0)
  return [...phrases].sort((one, other) => score(other) - score(one)).slice(0, most)
}
