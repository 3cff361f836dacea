import { splitWords } from '../language/split-words.ts'
import { stem } from '../language/stem.ts'
import { stopWords } from '../language/stop-words.ts'

const pieceLength = 3
const pieceWeight = 0.4
const stopWeight = 0.1

/** What a text is made of, with weights: its words by their roots, and their pieces of three letters. */
export function textParts(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  const add = (part: string, weight: number): void => {
    counts.set(part, (counts.get(part) ?? 0) + weight)
  }
  for (const word of splitWords(text)) {
    if (stopWords.has(word)) {
      add(`w ${word}`, stopWeight)
      continue
    }
    const root = stem(word)
    add(`w ${root}`, 1)
    const framed = `<${root}>`
    const pieces = Math.max(1, framed.length - pieceLength + 1)
    // A long word has many pieces and is still one word.
    const share = pieceWeight / Math.sqrt(pieces)
    for (let at = 0; at < pieces; at += 1) add(`p ${framed.slice(at, at + pieceLength)}`, share)
  }
  // Repetition counts for less and less.
  for (const [part, count] of counts) if (count > 1) counts.set(part, 1 + Math.log(count))
  return counts
}
