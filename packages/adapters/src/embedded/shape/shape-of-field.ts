import type { AnswerShape } from './answer-shape.ts'
import { isJSONObject } from './json-object.ts'
import { parseJSON } from './parse-json.ts'
import { shapeOfSchema } from './shape-of-schema.ts'
import { shapeOfTypeName } from './shape-of-type-name.ts'

const schemaWords = 'must adhere to the JSON schema: '
const oneOf = /^must .*one of: (.*)$/s

/** The shape of an output field, from the note that the prompt gives on it, else from its type's name. */
export function shapeOfField(type: string, description: string, note: string): AnswerShape {
  if (note.startsWith(schemaWords)) {
    const schema = parseJSON(note.slice(schemaWords.length))
    if (isJSONObject(schema) && Object.keys(schema).length > 0) return shapeOfSchema(schema, schema)
  }
  const named = shapeOfTypeName(type, description)
  if (named !== undefined) return named
  const options = oneOf.exec(note)?.[1]
  return options === undefined ? { kind: 'text' } : { kind: 'choice', options: options.split('; ') }
}
