import type { Coerced } from '../coerced.ts'
import type { FieldType } from '../field-type.ts'
import { mismatch } from '../mismatch.ts'
import type { Convert } from './convert.ts'
import { convertItems } from './convert-items.ts'

/** Converts each item of an array; without an item type it copies the array. */
export function coerceList(item: FieldType | undefined, value: unknown, convert: Convert): Coerced {
  const items: readonly unknown[] | undefined = Array.isArray(value) ? value : undefined
  if (items === undefined) return mismatch('list', value)
  return convertItems(items, () => item, convert)
}
