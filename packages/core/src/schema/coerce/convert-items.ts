import type { Coerced } from '../coerced.ts'
import type { FieldType } from '../field-type.ts'
import type { Convert } from './convert.ts'

/** Converts items by the type of their position; stops at the first that fails. */
export function convertItems(
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
