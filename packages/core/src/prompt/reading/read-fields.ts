import { allowsNone } from '../../schema/coerce/allows-none.ts'
import { parseValue } from '../../schema/parse-value/parse-value.ts'
import type { Field } from '../../signature/field.ts'
import type { Signature } from '../../signature/signature.ts'
import { constraintViolation } from './constraint-violation.ts'

/** The first field that has no valid value, and why. */
export interface FieldFailure {
  field: string
  reason: string
}

/** The values that could be read, and what stopped the others. */
export interface FieldsRead {
  values: Record<string, unknown>
  failure: FieldFailure | undefined
}

/** Coerces raw values to the declared types, and fills in what is missing and may be. */
export function readFields(signature: Signature, raw: ReadonlyMap<string, unknown>): FieldsRead {
  const values: Record<string, unknown> = {}
  let failure: FieldFailure | undefined
  for (const field of signature.outputFields) {
    const result = raw.has(field.name) ? readField(field, raw.get(field.name)) : missingValue(field)
    if ('reason' in result) failure ??= { field: field.name, reason: result.reason }
    else values[field.name] = result.value
  }
  return { values, failure }
}

function readField(field: Field, raw: unknown): { value: unknown } | { reason: string } {
  const parsed = parseValue(field.type, raw)
  if (!parsed.ok) return parsed
  const violation = field.constraints
    ? constraintViolation(field.constraints, parsed.value)
    : undefined
  return violation === undefined ? parsed : { reason: violation }
}

/** What stands for a field that a reply lacks, where something may. */
export function missingValue(field: Field): { value: unknown } | { reason: string } {
  if (field.default) return { value: structuredClone(field.default.value) }
  if (field.optional === true) return { value: undefined }
  if (allowsNone(field.type)) return { value: null }
  return { reason: 'the reply does not contain it' }
}
