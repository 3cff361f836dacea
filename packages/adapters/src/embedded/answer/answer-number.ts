import { concepts } from '../language/concepts.ts'
import { splitName } from '../language/split-name.ts'
import { splitWords } from '../language/split-words.ts'
import { similarity } from '../learning/similarity.ts'
import { calculate } from './calculate.ts'
import { findNumbers } from './find-numbers.ts'
import type { FieldQuestion, Precedent, Problem } from './problem.ts'

/** What is known of the number asked for. */
export interface NumberLimits {
  integer: boolean
  minimum?: number
  maximum?: number
}

const confidenceName = /confidence|certainty|probability|likelihood/i

/** A number within the limits: copied or calculated where the text has it, else judged from precedents. */
export function answerNumber(
  question: FieldQuestion,
  limits: NumberLimits,
  problem: Problem,
): number {
  return within(limits, guess(question, limits, problem))
}

function guess(question: FieldQuestion, limits: NumberLimits, problem: Problem): number {
  const finding = problem.findings.at(-1)
  const precedents = question.precedents.filter((one) => typeof one.value === 'number')
  if (confidenceName.test(question.name) && finding !== undefined) {
    return finding.confidence * (limits.maximum ?? 1)
  }
  const copies = precedents.filter((one) => holds(one.text, one.value)).length
  const copied = copies * 2 >= precedents.length ? nearestNumber(question, problem.text) : undefined
  if (copied !== undefined && precedents.length === 0) return calculate(problem.text) ?? copied
  return copied ?? regress(precedents, problem) ?? standing(limits, problem.text)
}

function holds(text: string, value: Precedent['value']): boolean {
  return findNumbers(text).some((found) => found.value === value)
}

function nearestNumber(question: FieldQuestion, text: string): number | undefined {
  const wanted = new Set([...splitName(question.name), ...splitWords(question.description)])
  const places = [...text.matchAll(/\p{L}+/gu)]
    .filter((match) => wanted.has(match[0].toLowerCase()))
    .map((match) => match.index)
  let best: number | undefined
  let nearest = Number.POSITIVE_INFINITY
  for (const { value, at } of findNumbers(text)) {
    const distance = Math.min(text.length, ...places.map((place) => Math.abs(place - at)))
    if (distance >= nearest) continue
    nearest = distance
    best = value
  }
  return best
}

// The mean of what like texts were given, the likest counting most.
function regress(precedents: readonly Precedent[], problem: Problem): number | undefined {
  let total = 0
  let weights = 0
  for (const { features, value } of precedents) {
    if (typeof value !== 'number') continue
    const weight = Math.exp(12 * similarity(features, problem.features))
    total += weight * value
    weights += weight
  }
  return weights === 0 ? undefined : total / weights
}

// With nothing else to go by, the middle of the range moved by the mood of the words.
function standing({ minimum = 0, maximum = 1 }: NumberLimits, text: string): number {
  const { of } = concepts(12)
  const good = new Set(of('good').map((link) => link.concept))
  const bad = new Set(of('bad').map((link) => link.concept))
  let mood = 0
  for (const word of splitWords(text)) {
    for (const { concept } of of(word)) mood += Number(good.has(concept)) - Number(bad.has(concept))
  }
  return minimum + (maximum - minimum) * (0.5 + Math.max(-2, Math.min(2, mood)) / 4)
}

function within({ integer, minimum, maximum }: NumberLimits, value: number): number {
  const rounded = integer ? Math.round(value) : Number(value.toPrecision(6))
  const least =
    minimum === undefined ? rounded : Math.max(rounded, integer ? Math.ceil(minimum) : minimum)
  return maximum === undefined ? least : Math.min(least, integer ? Math.floor(maximum) : maximum)
}
