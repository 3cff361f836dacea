import { formatValue } from '../schema/format-value/format-value.ts'
import type { Field } from '../signature/field.ts'
import { isHistory } from './is-history.ts'
import { protocol } from './protocol.ts'

/** How the name of a field and its content make a section: under a header, or between tags. */
export type Frame = (name: string, content: string) => string

/** Fields with values as sections; a field that `values` lacks is left out. */
export function inputSections(
  fields: readonly Field[],
  values: Readonly<Record<string, unknown>>,
  frame: Frame,
): string[] {
  const sections: string[] = []
  for (const field of fields) {
    const value = values[field.name]
    if (value !== undefined && !isHistory(field)) {
      sections.push(frame(field.name, formatValue(field.type, value)))
    }
  }
  return sections
}

/** Every field as a section under its header; one that `values` lacks holds `missing`. */
export function outputSections(
  fields: readonly Field[],
  values: Readonly<Record<string, unknown>>,
  missing: string,
): string[] {
  return fields.map(({ name, type }) => {
    const value = values[name]
    return protocol.headed(name, value === undefined ? missing : formatValue(type, value))
  })
}
