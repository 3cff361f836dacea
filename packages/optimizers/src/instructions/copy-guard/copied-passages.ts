import { checkWholeNumber } from '../../options/check-whole-number.ts'
import { renderValue } from '../render-trace/render-value.ts'
import { wordRuns } from './word-runs.ts'

/** A part of instructions that also stands in an example. */
export interface CopiedPassage {
  readonly text: string
  /** Where it begins and ends in the instructions. */
  readonly start: number
  readonly end: number
}

/** From what nothing may be copied. */
export interface CopySources {
  readonly examples: readonly object[]
  /** Texts that may be repeated, such as the instructions before and the descriptions of fields. */
  readonly allowed?: readonly string[]
  /** So many equal words in a row are a copy; 8 by default. */
  readonly words?: number
  /** Words that so many different examples share belong to the task, and are no copy; 3 by default. */
  readonly sharedBy?: number
}

const defaults = { allowed: [], words: 8, sharedBy: 3 }

/** The passages of instructions that were copied out of inputs or labels; throws `OptionError`. */
export function copiedPassages(instructions: string, sources: CopySources): CopiedPassage[] {
  const { examples, allowed, words, sharedBy } = { ...defaults, ...sources }
  checkWholeNumber('words', words, 2)
  checkWholeNumber('sharedBy', sharedBy, 2)
  const known = new Set(allowed.flatMap((text) => wordRuns(text, words).map(({ key }) => key)))
  const runs = wordRuns(instructions, words).filter(({ key }) => !known.has(key))
  const counts = examplesWith(new Set(runs.map(({ key }) => key)), examples, words)
  const passages: CopiedPassage[] = []
  for (const { key, first, last } of runs) {
    const count = counts.get(key) ?? 0
    if (count === 0 || count >= sharedBy) continue
    const before = passages.at(-1)
    const continues = before !== undefined && first.start <= before.end
    const start = continues ? before.start : first.start
    if (continues) passages.pop()
    passages.push({ text: instructions.slice(start, last.end), start, end: last.end })
  }
  return passages
}

/** How many different examples have each of these runs of words in a field. */
function examplesWith(
  keys: ReadonlySet<string>,
  examples: readonly object[],
  words: number,
): Map<string, number> {
  const counts = new Map<string, number>()
  if (keys.size === 0) return counts
  // An example that is there twice is one.
  const different = new Set(
    examples.map((example) => Object.values(example).map(renderValue).join('\0')),
  )
  for (const example of different) {
    const found = new Set<string>()
    for (const field of example.split('\0')) {
      for (const { key } of wordRuns(field, words)) if (keys.has(key)) found.add(key)
    }
    for (const key of found) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}
