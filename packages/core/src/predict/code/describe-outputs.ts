import { jsonSchema } from '../../schema/json-schema/json-schema.ts'
import type { Field } from '../../signature/field.ts'

/** A line for each output: its name, its JSON Schema, and what was said of it. */
export function describeOutputs(fields: readonly Field[]): string {
  return fields
    .map(({ name, type, description }) => {
      const said = description === undefined ? '' : ` ${description}`
      return `- \`${name}\`, as JSON Schema ${JSON.stringify(jsonSchema(type))}.${said}`
    })
    .join('\n')
}
