import { ownValue } from '../../internal/own-value.ts'
import { pythonStrip } from '../../internal/python-strip.ts'
import { formatValue } from '../../schema/format-value/format-value.ts'
import type { Field } from '../../signature/field.ts'
import type { Demo } from '../adapter.ts'
import { plainType } from '../plain-type.ts'
import { protocol } from '../protocol.ts'
import { escapeText } from './escape-text.ts'
import { isNested } from './is-nested.ts'
import { nestedValue } from './nested-value.ts'

/** The output fields of a demonstration or of an earlier turn as a reply; one it lacks holds `missing`. */
export function xmlReply(outputs: readonly Field[], values: Demo, missing: string | null): string {
  let text = ''
  for (const field of outputs) {
    const value = ownValue(values, field.name)
    text += `${text === '' ? '' : '\n\n'}${element(field, value === undefined ? missing : value)}`
  }
  return pythonStrip(text)
}

function element({ name, type }: Field, value: unknown): string {
  const nested = isNested(type) ? nestedValue(name, type, value) : undefined
  if (nested !== undefined) return nested
  const text = formatValue(type, value)
  // DSPy escapes the texts of plain `str` fields only.
  return protocol.tagged(name, plainType(type).kind === 'str' ? escapeText(text) : text)
}
