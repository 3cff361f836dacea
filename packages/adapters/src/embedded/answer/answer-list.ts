import type { JSONValue } from '@ockham/core'
import { splitSentences } from '../language/split-sentences.ts'
import type { AnswerShape, ChoiceOption } from '../shape/answer-shape.ts'
import { answerBoolean, answerChoice } from './answer-choice.ts'
import { findNumbers } from './find-numbers.ts'
import { keyPhrases } from './key-phrases.ts'
import type { Answerer, FieldQuestion, Problem } from './problem.ts'

const usualLength = 3

/** A list: of the labels that hold, of the text's numbers or key phrases, or of one item answered alone. */
export function answerList(
  question: FieldQuestion,
  shape: Extract<AnswerShape, { kind: 'list' }>,
  problem: Problem,
  answer: Answerer,
): JSONValue[] {
  const items = itemsOf(question, shape.item, problem, answer).slice(0, shape.maximum)
  while (items.length < shape.minimum) {
    items.push(items.at(-1) ?? answer(itemQuestion(question, shape.item), problem))
  }
  return items
}

function itemsOf(
  question: FieldQuestion,
  item: AnswerShape,
  problem: Problem,
  answer: Answerer,
): JSONValue[] {
  const used = usedItems(question)
  switch (item.kind) {
    case 'choice':
      return chosen(question, item.options, problem)
    case 'text':
      if (used.repeated) return chosen(question, used.items, problem)
      if (/sentence|step|point|claim/i.test(question.name)) return splitSentences(problem.text)
      return keyPhrases(problem.text, used.length)
    case 'number':
      return findNumbers(problem.text)
        .map(({ value }) => (item.integer ? Math.round(value) : value))
        .filter((value) => value >= (item.minimum ?? value) && value <= (item.maximum ?? value))
    default:
      return problem.text.trim() === '' ? [] : [answer(itemQuestion(question, item), problem)]
  }
}

function itemQuestion(question: FieldQuestion, shape: AnswerShape): FieldQuestion {
  const precedents = question.precedents.flatMap((one) =>
    Array.isArray(one.value) ? one.value.slice(0, 1).map((value) => ({ ...one, value })) : [],
  )
  return { ...question, path: `${question.path}[]`, shape, precedents }
}

// Every label is a yes-or-no question of its own; at least the best one is given.
function chosen(
  question: FieldQuestion,
  options: readonly ChoiceOption[],
  problem: Problem,
): ChoiceOption[] {
  const held = options.filter((option) =>
    answerBoolean(
      {
        ...question,
        path: `${question.path}=${option}`,
        name: String(option),
        precedents: question.precedents.flatMap((one) =>
          Array.isArray(one.value) ? [{ ...one, value: one.value.includes(option) }] : [],
        ),
      },
      problem,
    ),
  )
  return held.length > 0
    ? held
    : [answerChoice(itemQuestion(question, { kind: 'text' }), options, problem)]
}

function usedItems({ precedents }: FieldQuestion): {
  items: string[]
  repeated: boolean
  length: number
} {
  const all = precedents.flatMap((one) => (Array.isArray(one.value) ? one.value : []))
  const texts = all.filter((value) => typeof value === 'string')
  const items = [...new Set(texts)]
  return {
    items,
    repeated: texts.length >= 4 && items.length * 2 <= texts.length,
    length: precedents.length === 0 ? usualLength : Math.round(all.length / precedents.length),
  }
}
