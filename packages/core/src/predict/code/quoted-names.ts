import type { Field } from '../../signature/field.ts'

/** Names of fields as prompts write them: `` `a`, `b` ``. */
export function quotedNames(fields: readonly Field[]): string {
  return fields.map(({ name }) => `\`${name}\``).join(', ')
}
