import type { JSONValue } from '@ockham/core'
import { answerField } from './answer/answer-field.ts'
import { reasoningName } from './answer/answer-text.ts'
import type { Problem } from './answer/problem.ts'
import type { OutputField } from './prompt/task.ts'
import type { Studied } from './study.ts'

/** Answers every output field, in the order of the task; reasoning is written last, from what was found. */
export function answerTask(
  { task, demonstrations }: Studied,
  problem: Problem,
): Map<string, JSONValue> {
  const found = new Map<string, JSONValue>()
  const reasoned = (field: OutputField): boolean =>
    field.shape.kind === 'text' && reasoningName.test(field.name)
  const order = [...task.outputs].sort(
    (one, other) => Number(reasoned(one)) - Number(reasoned(other)),
  )
  for (const { name, description, shape } of order) {
    const precedents = demonstrations.flatMap(({ text, inputs, features, outputs }) => {
      const value = outputs.get(name)
      return value === undefined ? [] : [{ text, inputs, features, value }]
    })
    found.set(name, answerField({ path: name, name, description, shape, precedents }, problem))
  }
  return new Map(task.outputs.map(({ name }) => [name, found.get(name) ?? null]))
}
