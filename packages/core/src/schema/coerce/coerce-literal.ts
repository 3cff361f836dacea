import type { Coerced } from '../coerced.ts'
import type { LiteralValue } from '../is-literal-value.ts'
import { mismatch } from '../mismatch.ts'
import { describeChoices } from './describe-choices.ts'

/** Finds a literal's value; as in Python `1` and `true` are equal. */
export function coerceLiteral(values: readonly LiteralValue[], value: unknown): Coerced {
  if (values.some((choice) => choice === value)) return { ok: true, value }
  const number = asNumber(value)
  const found = values.find((choice) => number !== undefined && asNumber(choice) === number)
  return found === undefined ? mismatch(describeChoices(values), value) : { ok: true, value: found }
}

function asNumber(value: unknown): number | undefined {
  return typeof value === 'number' || typeof value === 'boolean' ? Number(value) : undefined
}
