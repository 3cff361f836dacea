import { ownValue } from '../internal/own-value.ts'
import { pythonStrip } from '../internal/python-strip.ts'
import { formatValue } from '../schema/format-value/format-value.ts'
import type { Field } from '../signature/field.ts'
import type { Demo } from './adapter.ts'
import { protocol } from './protocol.ts'

/** An input field under its header; media leave a mark, for they are parts of the message. */
export function inputSection({ name, type }: Field, value: unknown): string {
  return protocol.headed(name, formatValue(type, value, true))
}

/** Output fields under their headers; one that `values` lacks holds `missing`. */
export function outputSections(fields: readonly Field[], values: Demo, missing: string): string {
  let text = ''
  for (const { name, type } of fields) {
    const value = ownValue(values, name)
    const content = value === undefined ? missing : formatValue(type, value)
    text += `${text === '' ? '' : '\n\n'}${protocol.headed(name, content)}`
  }
  return pythonStrip(text)
}
