import type { JSONValue } from '@ockham/core'
import { similarity } from '../learning/similarity.ts'
import { answerChoice } from './answer-choice.ts'
import { calculate } from './calculate.ts'
import { explain } from './explain.ts'
import { findEntity } from './find-entity.ts'
import { keyPhrases } from './key-phrases.ts'
import type { FieldQuestion, Precedent, Problem } from './problem.ts'
import { rankSentences } from './rank-sentences.ts'

/** Names of fields that ask for the grounds of the other answers. */
export const reasoningName: RegExp = /reason|rationale|thought|explanation|justification|analysis/i
const headingName = /title|subject|headline|topic|keyword|query|search/i
const questionName = /question|query|prompt/i
const longestLabel = 40
const sameText = 0.95

/** A text: a label that the precedents keep using, an entity, a span or a sentence of the inputs. */
export function answerText(question: FieldQuestion, problem: Problem): string {
  if (reasoningName.test(question.name)) return explain(problem)
  const labels = repeatedLabels(question.precedents)
  if (labels !== undefined) return String(answerChoice(question, labels, problem))
  const nearest = nearestPrecedent(question.precedents, problem)
  if (nearest !== undefined && nearest.alike > sameText) return nearest.value
  const entity = findEntity(question.name, problem.text)
  if (typeof entity === 'string') return entity
  if (headingName.test(question.name)) {
    const phrases = keyPhrases(problem.text, 3).join(' ')
    if (phrases !== '') return phrases
  }
  const result = calculate(problem.text)
  if (result !== undefined) return String(result)
  return span(question, problem) || nearest?.value || 'Unknown'
}

// Few values, used again and again, are labels even where the type says text.
function repeatedLabels(precedents: readonly Precedent[]): string[] | undefined {
  const values = precedents.map((one) => one.value).filter((value) => typeof value === 'string')
  const labels = [...new Set(values)]
  const short = labels.every((label) => label.length <= longestLabel)
  return values.length >= 4 && short && labels.length * 2 <= values.length ? labels : undefined
}

function nearestPrecedent(
  precedents: readonly Precedent[],
  problem: Problem,
): { value: string; alike: number } | undefined {
  let nearest: { value: string; alike: number } | undefined
  for (const { features, value } of precedents) {
    const alike = similarity(features, problem.features)
    if (typeof value === 'string' && alike > (nearest?.alike ?? 0)) nearest = { value, alike }
  }
  return nearest
}

function span(question: FieldQuestion, problem: Problem): string {
  const [asked, passages] = splitInputs(problem.inputs)
  const query = `${asked} ${question.name} ${question.description}`
  const [sentence = ''] = rankSentences(passages, query, problem.ability)
  const short = question.precedents.filter((one) => isShortSpan(one)).length
  if (short * 2 <= question.precedents.length || question.precedents.length === 0) return sentence
  return shortSpan(sentence, asked) ?? sentence
}

// What is asked, and the text to find the answer in; they are one when there is but one input.
function splitInputs(inputs: ReadonlyMap<string, string>): [asked: string, passages: string] {
  const all = [...inputs]
  const asked = all.find(([name, value]) => questionName.test(name) || value.endsWith('?'))
  const rest = all.filter((input) => input !== asked).map(([, value]) => value)
  return [asked?.[1] ?? '', rest.length === 0 ? (asked?.[1] ?? '') : rest.join('\n')]
}

function isShortSpan({ value, text }: { value: JSONValue; text: string }): boolean {
  return typeof value === 'string' && value.split(/\s+/).length <= 4 && text.includes(value)
}

function shortSpan(sentence: string, asked: string): string | undefined {
  const wanted = /^(?:when|how (?:many|much|old|long|far))\b/i.test(asked)
    ? /\d[\d,.]*(?:\s(?:million|billion|percent|%))?/
    : /(?<!^)\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)*/u
  const candidates = [...sentence.matchAll(new RegExp(wanted, `${wanted.flags}g`))]
  const fresh = candidates.find((match) => !asked.toLowerCase().includes(match[0].toLowerCase()))
  return fresh?.[0].replace(/[.,]$/, '') ?? keyPhrases(sentence, 1)[0]
}
