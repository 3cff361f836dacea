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
export function wordFeature(word: string, ability: Ability): string {
  return `w ${ability.stems ? stem(word) : word}`
}

const pairWeight = 0.6
const conceptWeight = 2
const fragmentWeight = 0.2

/** The features a tier sees in a text. */
export function textFeatures(text: string, ability: Ability): TextFeatures {
  const features = new Map<string, number>()
  const add = (feature: string, weight: number): void => {
    features.set(feature, (features.get(feature) ?? 0) + weight)
  }
  let previous = ''
  for (const word of [...splitWords(text), ...writtenSigns(text)]) {
    if (stopWords.has(word) && !negations.has(word)) continue
    const form = ability.stems ? stem(word) : word
    add(`w ${form}`, 1)
    if (ability.pairs && previous !== '') add(`p ${previous} ${form}`, pairWeight)
    if (ability.concepts) {
      for (const { concept, weight } of concepts(ability.vocabulary, ability.stems).of(word)) {
        add(`c ${concept}`, conceptWeight * weight)
      }
    }
    if (ability.fragments) addFragments(word, add)
    previous = form
  }
  return normalized(features)
}

function addFragments(word: string, add: (feature: string, weight: number) => void): void {
  const framed = `<${word}>`
  for (let at = 0; at + 4 <= framed.length; at += 1) {
    add(`f ${framed.slice(at, at + 4)}`, fragmentWeight)
  }
}

// Repetition counts for less and less, and a long text for no more than a short one.
function normalized(features: Map<string, number>): TextFeatures {
  let square = 0
  for (const [feature, weight] of features) {
    const damped = Math.sqrt(weight)
    features.set(feature, damped)
    square += damped * damped
  }
  const length = Math.sqrt(square) || 1
  for (const [feature, weight] of features) features.set(feature, weight / length)
  return features
}
