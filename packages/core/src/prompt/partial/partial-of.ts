import type { Field } from '../../signature/field.ts'
import type { Adapter } from '../adapter.ts'
import { plainType } from '../plain-type.ts'
import { keepsShape } from './keeps-shape.ts'
import { PartialJSON } from './partial-json.ts'
import type { PartialValue } from './partial-value.ts'

/** A reader of a field's value as its text comes; undefined for a field whose text is its value. */
export function partialOf(adapter: Adapter, field: Field): PartialValue | undefined {
  const { type } = field
  const { kind } = plainType(type)
  if (kind === 'str' && keepsShape(type)) return undefined
  return adapter.partialValue?.(field) ?? new PartialJSON(type)
}
