import type { Coerced } from './coerced.ts'
import { mismatch } from './mismatch.ts'

type Choice = string | number | boolean

/** Finds a literal's value; as in Python `1` and `true` are equal. */
export function coerceLiteral(values: readonly Choice[], value: unknown): Coerced {
  const found =
    values.find((choice) => choice === value) ??
    values.find((choice) => typeof choice !== 'string' && Number(choice) === asNumber(value))
  return found === undefined ? mismatch(describe(values), value) : { ok: true, value: found }
}

/** Finds an enum's value by value, then by member name. */
export function coerceEnum(
  members: Readonly<Record<string, string | number>>,
  value: unknown,
): Coerced {
  const values = Object.values(members)
  const found = values.find((member) => member === value)
  if (found !== undefined) return { ok: true, value: found }
  if (typeof value === 'string' && Object.hasOwn(members, value)) {
    return { ok: true, value: members[value] }
  }
  return mismatch(describe(values), value)
}

function asNumber(value: unknown): number | undefined {
  return typeof value === 'number' || typeof value === 'boolean' ? Number(value) : undefined
}

function describe(values: readonly Choice[]): string {
  const shown = values
    .slice(0, 12)
    .map((value) => (typeof value === 'string' ? `'${value}'` : value))
  return `one of ${shown.join(', ')}${values.length > 12 ? ', …' : ''}`
}
