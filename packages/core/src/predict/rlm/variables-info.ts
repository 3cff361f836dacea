import type { JSONValue } from '../../schema/json-value.ts'
import type { Field } from '../../signature/field.ts'
import { headAndTail } from '../code/head-and-tail.ts'

const previewCharacters = 1000

/** What the LM is told of the inputs, which it otherwise sees through code only. */
export function variablesInfo(
  fields: readonly Field[],
  variables: Readonly<Record<string, JSONValue>>,
): string {
  return fields.map((field) => describe(field, variables[field.name] ?? null)).join('\n\n')
}

function describe({ name, description, constraints }: Field, value: JSONValue): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2)
  const length = text.length.toLocaleString('en-US')
  return [
    `Variable: \`${name}\``,
    `Type: ${typeOf(value)}`,
    ...(description ? [`Description: ${description}`] : []),
    ...(constraints ? [`Constraints: ${JSON.stringify(constraints)}`] : []),
    `Length: ${length} characters${typeof value === 'string' ? '' : ' as JSON'}`,
    `Preview:\n\`\`\`\n${headAndTail(text, previewCharacters)}\n\`\`\``,
  ].join('\n')
}

function typeOf(value: JSONValue): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return `array of ${value.length}`
  if (typeof value !== 'object') return typeof value
  return `object with ${Object.keys(value).length} keys`
}
