import type { SpecialName } from '../field-type.ts'
import { specialSchemaName } from './special-schema.ts'

/** The special type that a value's class stands for; undefined for plain objects and other classes. */
export function specialNameOf(value: object): SpecialName | undefined {
  const made = value.constructor
  if (made === Object || made === Array || typeof made !== 'function') {
    return undefined
  }
  return specialSchemaName(made)
}
