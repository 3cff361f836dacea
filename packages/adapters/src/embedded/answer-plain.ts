import type { LMResponseFormat } from '@ockham/core'
import { answerField } from './answer/answer-field.ts'
import type { Problem } from './answer/problem.ts'
import { rankSentences } from './answer/rank-sentences.ts'
import { shapeOfSchema } from './shape/shape-of-schema.ts'

/** Answers a prompt in no known markup: a sentence of it, or JSON where the request demands that. */
export function answerPlain(problem: Problem, format: LMResponseFormat | undefined): string {
  const [sentence = 'There is nothing to answer.'] = rankSentences(
    problem.text,
    problem.instructions,
    problem.ability,
  )
  switch (format?.type) {
    case 'json_schema': {
      const shape = shapeOfSchema(format.schema, format.schema)
      const question = { path: '', name: format.name, description: '', shape, precedents: [] }
      return JSON.stringify(answerField(question, problem), null, 2)
    }
    case 'json_object':
      return JSON.stringify({ answer: sentence }, null, 2)
    default:
      return sentence
  }
}
