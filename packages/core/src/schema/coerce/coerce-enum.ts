import type { Coerced } from '../coerced.ts'
import { mismatch } from '../mismatch.ts'
import { describeChoices } from './describe-choices.ts'

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
  return mismatch(describeChoices(values), value)
}
