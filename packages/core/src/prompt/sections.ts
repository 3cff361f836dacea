import { ownValue } from '../internal/own-value.ts'
import { formatValue } from '../schema/format-value/format-value.ts'
import type { Field } from '../signature/field.ts'
import { isHistory } from './is-history.ts'
import { protocol } from './protocol.ts'

/** Fields with values as `[[ ## name ## ]]` sections; a field that `values` lacks is left out. */
export function inputSections(
  fields: readonly Field[],
  values: Readonly<Record<string, unknown>>,
): string[] {
  const sections: string[] = []
  for (const field of fields) {
    const value = ownValue(values, field.name)
    if (value !== undefined && !isHistory(field)) sections.push(section(field, value, true))
  }
  return sections
}

/** Every field as a section; one that `values` lacks holds `missing`. */
export function outputSections(
  fields: readonly Field[],
  values: Readonly<Record<string, unknown>>,
  missing: string,
): string[] {
  return fields.map((field) => {
    const value = ownValue(values, field.name)
    return value === undefined
      ? `${protocol.header(field.name)}\n${missing}`
      : section(field, value, false)
  })
}

// Media are parts of a message, and only a user's message has parts.
function section(field: Field, value: unknown, isInput: boolean): string {
  return `${protocol.header(field.name)}\n${formatValue(field.type, value, isInput)}`
}
