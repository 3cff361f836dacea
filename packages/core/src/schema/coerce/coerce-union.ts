import type { Coerced } from '../coerced.ts'
import type { FieldType } from '../field-type.ts'
import { mismatch } from '../mismatch.ts'
import { typeName } from '../type-name.ts'
import type { Convert } from './convert.ts'
import { fits } from './fits.ts'
import { isPlainObject } from './is-plain-object.ts'

/** Chooses as pydantic's smart mode does: an option the value already fits, else the first that takes it; of models, the one with most properties in it. */
export function coerceUnion(
  type: Extract<FieldType, { kind: 'union' }>,
  value: unknown,
  convert: Convert,
): Coerced {
  const fitting = type.options.filter((option) => fits(option, value))
  return (
    firstOf(fitting, value, convert) ??
    firstOf(type.options, value, convert) ??
    mismatch(typeName(type), value)
  )
}

function firstOf(
  options: readonly FieldType[],
  value: unknown,
  convert: Convert,
): Coerced | undefined {
  const byShare = options.toSorted((a, b) => knownMembers(b, value) - knownMembers(a, value))
  for (const option of byShare) {
    const result = convert(option, value)
    if (result.ok) return result
  }
  return undefined
}

function knownMembers(type: FieldType, value: unknown): number {
  if (type.kind === 'refined') return knownMembers(type.base, value)
  if (type.kind !== 'model' || !isPlainObject(value)) return 0
  return type.properties.filter(({ name }) => Object.hasOwn(value, name)).length
}
