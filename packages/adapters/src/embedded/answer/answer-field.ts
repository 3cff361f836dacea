import type { JSONValue } from '@ockham/core'
import type { AnswerShape } from '../shape/answer-shape.ts'
import { isJSONObject } from '../shape/json-object.ts'
import { answerBoolean, answerChoice } from './answer-choice.ts'
import { answerList } from './answer-list.ts'
import { answerNumber } from './answer-number.ts'
import { answerText } from './answer-text.ts'
import { findEntity } from './find-entity.ts'
import type { FieldQuestion, Problem } from './problem.ts'

/** Answers a field with a value of its shape. */
export function answerField(question: FieldQuestion, problem: Problem): JSONValue {
  const { shape } = question
  switch (shape.kind) {
    case 'text':
      return answerText(question, problem).slice(0, shape.maximumLength)
    case 'choice':
      return answerChoice(question, shape.options, problem)
    case 'boolean':
      return answerBoolean(question, problem)
    case 'number':
      return answerNumber(question, shape, problem)
    case 'list':
      return answerList(question, shape, problem, answerField)
    case 'tuple':
      return shape.items.map((item, at) => part(question, `${at}`, item, '', problem))
    case 'object':
      return Object.fromEntries(
        shape.properties.map(({ name, description, shape: inner }) => [
          name,
          part(question, name, inner, description, problem),
        ]),
      )
    case 'map':
      return answerMap(question, shape.value, problem)
    case 'optional':
      return answerOptional(question, shape.inner, problem)
    case 'null':
      return null
  }
}

function part(
  question: FieldQuestion,
  key: string,
  shape: AnswerShape,
  description: string,
  problem: Problem,
): JSONValue {
  const precedents = question.precedents.flatMap((one) => {
    const value = isJSONObject(one.value)
      ? one.value[key]
      : Array.isArray(one.value)
        ? one.value[Number(key)]
        : undefined
    return value === undefined ? [] : [{ ...one, value }]
  })
  const name = /^\d+$/.test(key) ? question.name : key
  return answerField(
    { path: `${question.path}.${key}`, name, description, shape, precedents },
    problem,
  )
}

// Keys can only come from precedents: those that most of them use.
function answerMap(question: FieldQuestion, value: AnswerShape, problem: Problem): JSONValue {
  const counts = new Map<string, number>()
  for (const one of question.precedents) {
    for (const key of isJSONObject(one.value) ? Object.keys(one.value) : []) {
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  const keys = [...counts].filter(([, count]) => count * 2 >= question.precedents.length)
  return Object.fromEntries(keys.map(([key]) => [key, part(question, key, value, '', problem)]))
}

function answerOptional(question: FieldQuestion, inner: AnswerShape, problem: Problem): JSONValue {
  const given = question.precedents.filter((one) => one.value !== null)
  if (inner.kind === 'text' && findEntity(question.name, problem.text) === null) return null
  if (inner.kind === 'number' && given.length === 0 && !/\d/.test(problem.text)) return null
  if (given.length * 2 < question.precedents.length || problem.text.trim() === '') return null
  return answerField({ ...question, shape: inner, precedents: given }, problem)
}
