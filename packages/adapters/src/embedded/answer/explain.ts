import type { Finding, Problem } from './problem.ts'
import { rankSentences } from './rank-sentences.ts'

const longestQuote = 80

/** One or two sentences on what the answers rest on: the words that decided and the likest example. */
export function explain(problem: Problem): string {
  const [finding, ...others] = problem.findings
  if (finding === undefined) {
    const [sentence] = rankSentences(problem.text, problem.instructions, problem.ability)
    return sentence === undefined ? 'The input is empty.' : `The input says: ${quote(sentence)}.`
  }
  return [finding, ...others].slice(0, 2).map(reason).join(' ')
}

function reason({ field, value, words, nearest }: Finding): string {
  const evidence =
    words.length === 0
      ? `No word of the text decides ${field}, so ${value} is the best guess.`
      : `${listed(words.map(quote))} ${words.length === 1 ? 'points' : 'point'} to ${value} for ${field}.`
  return nearest === undefined ? evidence : `${evidence} The example ${quote(nearest)} is like it.`
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

function quote(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return `"${line.length > longestQuote ? `${line.slice(0, longestQuote).trimEnd()}…` : line}"`
}
