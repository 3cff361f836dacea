import type { Coerced } from '../coerced.ts'
import type { FieldType } from '../field-type.ts'
import { coerceWith } from './coerce-with.ts'

export type { Coerced } from '../coerced.ts'

/** Validates an already parsed value as pydantic's lax mode does and builds a fresh one that satisfies the type. */
export function coerce(type: FieldType, value: unknown): Coerced {
  return coerceWith(coerce, type, value)
}
