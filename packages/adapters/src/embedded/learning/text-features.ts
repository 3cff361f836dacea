import { concepts } from '../language/concepts.ts'
import { negations } from '../language/negations.ts'
import { splitWords } from '../language/split-words.ts'
import { stem } from '../language/stem.ts'
import { stopWords } from '../language/stop-words.ts'
import { writtenSigns } from '../language/written-signs.ts'
import type { Ability } from './ability.ts'

/** What a tier sees in a text: feature to weight, of length one. */
export type TextFeatures = ReadonlyMap<string, number>

/** The feature that stands for a word by itself. */
export function wordFeature(word: string): string {
  return `w ${stem(word)}`
}

// How much each kind of feature counts, by the first letter of its features.
const kinds: Readonly<Record<string, number>> = { w: 1, p: 0.5, f: 0.7, c: 0.7 }
const stopWeight = 0.4
const shortestFragment = 3
const longestFragment = 5

/** The features a tier sees in a text. */
export function textFeatures(text: string, ability: Ability): TextFeatures {
  const counts = new Map<string, number>()
  const add = (feature: string, weight: number): void => {
    counts.set(feature, (counts.get(feature) ?? 0) + weight)
  }
  let previous = ''
  for (const word of [...splitWords(text), ...writtenSigns(text)]) {
    if (stopWords.has(word) && !negations.has(word)) {
      add(`w ${word}`, stopWeight)
      previous = ''
      continue
    }
    const form = wordFeature(word)
    add(form, 1)
    if (ability.pairs && previous !== '') add(`p ${previous} ${form}`, 1)
    if (ability.concepts) {
      for (const { concept, weight } of concepts(ability.vocabulary).of(word)) {
        add(`c ${concept}`, weight)
      }
    }
    if (ability.fragments) addFragments(word, add)
    previous = form
  }
  return balanced(counts)
}

function addFragments(word: string, add: (feature: string, weight: number) => void): void {
  const framed = `<${word}>`
  for (let length = shortestFragment; length <= longestFragment; length += 1) {
    for (let at = 0; at + length <= framed.length; at += 1) {
      add(`f ${framed.slice(at, at + length)}`, 1)
    }
  }
}

// Repetition counts for less and less; each kind has its share; a long text counts no more than a short one.
function balanced(counts: ReadonlyMap<string, number>): TextFeatures {
  const squares = new Map<string, number>()
  const damped = new Map<string, number>()
  for (const [feature, count] of counts) {
    const weight = count > 1 ? 1 + Math.log(count) : count
    const kind = feature.charAt(0)
    damped.set(feature, weight)
    squares.set(kind, (squares.get(kind) ?? 0) + weight * weight)
  }
  let whole = 0
  for (const kind of squares.keys()) whole += (kinds[kind] ?? 0) ** 2
  for (const [feature, weight] of damped) {
    const kind = feature.charAt(0)
    const share = (kinds[kind] ?? 0) / Math.sqrt((squares.get(kind) ?? 1) * whole)
    damped.set(feature, weight * share)
  }
  return damped
}
