import type { Coerced } from '../coerced.ts'
import type { FieldType } from '../field-type.ts'

/** Turns a value into one of a type; containers call it for what is in them. */
export type Convert = (type: FieldType, value: unknown) => Coerced
