import { type Word, wordsOf } from './words-of.ts'

/** Some words in a row. */
export interface WordRun {
  /** The words with one space between them, the same wherever they stand. */
  readonly key: string
  readonly first: Word
  readonly last: Word
}

/** Every run of `length` words in a text. */
export function wordRuns(text: string, length: number): WordRun[] {
  const words = wordsOf(text)
  const runs: WordRun[] = []
  for (const [start, first] of words.entries()) {
    const run = words.slice(start, start + length)
    const last = run[length - 1]
    if (last === undefined) break
    runs.push({ key: run.map((word) => word.text).join(' '), first, last })
  }
  return runs
}
