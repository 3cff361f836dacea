import type { FieldType } from '../field-type.ts'
import type { Coerced } from './coerced.ts'
import type { Convert } from './convert.ts'
import { mismatch } from './mismatch.ts'

/** Converts each item of an array; without an item type it copies the array. */
export function coerceList(item: FieldType | undefined, value: unknown, convert: Convert): Coerced {
  const items: readonly unknown[] | undefined = Array.isArray(value) ? value : undefined
  if (items === undefined) return mismatch('list', value)
  return convertAll(items, () => item, convert)
}

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
  return convertAll(items, (at) => type.items[at] ?? type.rest, convert)
}

function convertAll(
  items: readonly unknown[],
  typeAt: (at: number) => FieldType | undefined,
  convert: Convert,
): Coerced {
  const converted: unknown[] = []
  for (const [at, item] of items.entries()) {
    const type = typeAt(at)
    const result: Coerced = type ? convert(type, item) : { ok: true, value: item }
    if (!result.ok) return { ok: false, reason: `item ${at + 1}: ${result.reason}` }
    converted.push(result.value)
  }
  return { ok: true, value: converted }
}
