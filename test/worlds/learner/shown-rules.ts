import type { WordRule } from '../lexicon/rule.ts'

/** One solved case: the words of its input and of its output. */
export interface Solved {
  readonly from: readonly string[]
  readonly to: readonly string[]
}

/** What cases suggest of a word: what it calls for, and how many of them show that. */
export interface Shown {
  readonly to: string
  readonly count: number
}

/** A pair of words, and the cases that nothing else explains. */
interface Pair {
  readonly from: string
  readonly to: string
  readonly cases: Set<number>
}

/** Of the cases with a word, the part that must agree with a rule for it to be learned. */
const agreement = 0.75

/**
 * What a careful reader would conclude from solved cases: the pair of words that explains most of what is left
 * unexplained comes first, and a pair that no more cases support than others do is not learned.
 */
export function shownRules(
  cases: readonly Solved[],
  stated: readonly WordRule[],
): Map<string, Shown> {
  const shown = new Map<string, Shown>()
  const pairs = consistentPairs(cases, stated)
  while (pairs.length > 0) {
    const most = Math.max(...pairs.map((pair) => pair.cases.size))
    if (most === 0) break
    const best = pairs.filter((pair) => pair.cases.size === most)
    const learned = best.filter((pair) => most > 1 || isAlone(pair, best))
    if (learned.length === 0) break
    for (const pair of learned) {
      if (pair.cases.size === 0) continue
      if (!shown.has(pair.from)) shown.set(pair.from, { to: pair.to, count: pair.cases.size })
      explain(pair, pairs)
    }
  }
  return shown
}

function consistentPairs(cases: readonly Solved[], stated: readonly WordRule[]): Pair[] {
  const pairs = new Map<string, Pair>()
  const seen = new Map<string, number>()
  for (const [index, { from, to }] of cases.entries()) {
    const known = stated.filter((rule) => applies(rule, from)).map((rule) => rule.to)
    for (const word of from) {
      seen.set(word, (seen.get(word) ?? 0) + 1)
      for (const target of to) {
        const key = `${word}|${target}`
        const pair = pairs.get(key) ?? { from: word, to: target, cases: new Set() }
        pairs.set(key, pair)
        if (!known.includes(target)) pair.cases.add(index)
      }
    }
  }
  return [...pairs.values()].filter(
    (pair) => pair.cases.size >= agreement * (seen.get(pair.from) ?? 0),
  )
}

/** Whether a rule speaks of a case with these words. */
export function applies(rule: WordRule, words: readonly string[]): boolean {
  return words.includes(rule.from) && (rule.beside === undefined || words.includes(rule.beside))
}

/** Whether no other pair explains the same word of the same case as well. */
function isAlone(pair: Pair, others: readonly Pair[]): boolean {
  return !others.some(
    (other) =>
      other !== pair &&
      other.to === pair.to &&
      [...other.cases].some((index) => pair.cases.has(index)),
  )
}

function explain({ to, cases }: Pair, pairs: readonly Pair[]): void {
  const explained = [...cases]
  for (const pair of pairs) {
    if (pair.to === to) for (const index of explained) pair.cases.delete(index)
  }
}
