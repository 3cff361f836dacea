import type { JSONValue } from '@ockham/core'
import type { AnswerShape } from '../shape/answer-shape.ts'
import { parseJSON } from '../shape/parse-json.ts'

/** A demonstration's printed value as data, or undefined when it does not fit the field's shape. */
export function readValue(text: string, shape: AnswerShape): JSONValue | undefined {
  switch (shape.kind) {
    case 'text':
      return text
    case 'choice':
      return shape.options.find((option) => printed(option) === text)
    case 'boolean':
      return /^true$/i.test(text) ? true : /^false$/i.test(text) ? false : undefined
    case 'number':
      return text === '' || Number.isNaN(Number(text)) ? undefined : Number(text)
    case 'optional':
      return text === 'None' || text === 'null' ? null : readValue(text, shape.inner)
    default:
      return parseJSON(text)
  }
}

function printed(option: string | number | boolean | null): string {
  if (option === null) return 'None'
  if (typeof option === 'boolean') return option ? 'True' : 'False'
  return String(option)
}
