import type { Coerced } from '../coerced.ts'
import type { FieldType } from '../field-type.ts'
import { mismatch } from '../mismatch.ts'
import type { Convert } from './convert.ts'
import { convertItems } from './convert-items.ts'

/** Converts the items of an array by position; their number must fit. */
export function coerceTuple(
  type: { readonly items: readonly FieldType[]; readonly rest?: FieldType },
  value: unknown,
  convert: Convert,
): Coerced {
  const items: readonly unknown[] | undefined = Array.isArray(value) ? value : undefined
  const size = type.items.length
  const fits = items && (type.rest ? items.length >= size : items.length === size)
  if (!items || !fits) return mismatch(`list of ${type.rest ? 'at least ' : ''}${size}`, value)
  return convertItems(items, (at) => type.items[at] ?? type.rest, convert)
}
