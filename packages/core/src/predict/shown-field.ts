import { deepEqual } from '../internal/deep-equal.ts'
import type { FieldType } from '../schema/field-type.ts'
import { parseValue } from '../schema/parse-value/parse-value.ts'

/** What a reader has seen of one field. */
export interface ShownField {
  text: string
  done: boolean
}

/** Whether what was shown is not what the reply turned out to say. */
export function isMisled({ text, done }: ShownField, type: FieldType, value: unknown): boolean {
  if (typeof value === 'string') return done ? value !== text : !value.startsWith(text)
  const read = parseValue(type, text)
  // Elements of XML are no value by themselves.
  return read.ok ? !deepEqual(read.value, value) : isScalar(type)
}

function isScalar({ kind }: FieldType): boolean {
  return kind === 'int' || kind === 'float' || kind === 'bool' || kind === 'literal'
}
