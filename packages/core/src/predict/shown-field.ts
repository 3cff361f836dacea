import { deepEqual } from '../internal/deep-equal.ts'
import type { PartialValue } from '../prompt/partial/partial-value.ts'
import type { FieldType } from '../schema/field-type.ts'

/** What a reader has seen of one field. */
export interface ShownField {
  text: string
  done: boolean
}

/** Whether what was shown is not what the reply turned out to say; `reader` reads a value that is no text. */
export function isMisled(
  { text, done }: ShownField,
  type: FieldType,
  value: unknown,
  reader: PartialValue | undefined,
): boolean {
  if (typeof value === 'string') return done ? value !== text : !value.startsWith(text)
  reader?.end(text)
  const read = reader ? reader.value : text
  // What cannot be read by itself, such as the first of repeated elements, need not be wrong.
  return read === undefined ? isScalar(type) : !deepEqual(read, value)
}

function isScalar({ kind }: FieldType): boolean {
  return kind === 'int' || kind === 'float' || kind === 'bool' || kind === 'literal'
}
