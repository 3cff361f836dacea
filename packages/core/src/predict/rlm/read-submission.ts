import { constraintViolation } from '../../prompt/reading/constraint-violation.ts'
import { missingValue } from '../../prompt/reading/read-fields.ts'
import type { Coerced } from '../../schema/coerced.ts'
import type { FieldType } from '../../schema/field-type.ts'
import { isJSONObject } from '../../schema/json-object.ts'
import type { JSONValue } from '../../schema/json-value.ts'
import { parseValue } from '../../schema/parse-value/parse-value.ts'
import type { Field } from '../../signature/field.ts'
import type { Signature } from '../../signature/signature.ts'

/** Outputs of the declared types, or what is wrong with what was submitted. */
export type Submission =
  | { readonly ok: true; readonly outputs: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly reason: string }

/** Reads what code gave to `SUBMIT`: one object with the outputs, or the outputs in their order. */
export function readSubmission(signature: Signature, args: readonly JSONValue[]): Submission {
  const { outputFields } = signature
  const names = outputFields.map(({ name }) => name)
  const [first] = args
  const isNamed = args.length === 1 && isJSONObject(first)
  if (isNamed && names.some((name) => Object.hasOwn(first, name))) {
    return readNamed(outputFields, first)
  }
  if (args.length === names.length) {
    const positional = Object.fromEntries(names.map((name, index) => [name, args[index] ?? null]))
    const read = readNamed(outputFields, positional)
    if (read.ok || !isNamed) return read
  }
  return { ok: false, reason: `Missing outputs. Call SUBMIT({ ${names.join(', ')} }).` }
}

function readNamed(
  fields: readonly Field[],
  given: Readonly<Record<string, JSONValue>>,
): Submission {
  const outputs: Record<string, unknown> = {}
  const problems: string[] = []
  for (const field of fields) {
    const read = readField(field, given)
    if ('reason' in read) problems.push(`\`${field.name}\`: ${read.reason}`)
    else outputs[field.name] = read.value
  }
  return problems.length === 0 ? { ok: true, outputs } : { ok: false, reason: problems.join('; ') }
}

function readField(
  field: Field,
  given: Readonly<Record<string, JSONValue>>,
): { value: unknown } | { reason: string } {
  if (!Object.hasOwn(given, field.name)) {
    const missing = missingValue(field)
    return 'reason' in missing ? { reason: 'it is missing' } : missing
  }
  const read = readValue(field.type, given[field.name] ?? null)
  if (!read.ok) return read
  const violation = field.constraints && constraintViolation(field.constraints, read.value)
  return violation === undefined ? read : { reason: violation }
}

// A reply is text and so fits `str`; code knows better what it submits.
function readValue(type: FieldType, value: JSONValue): Coerced {
  const base = type.kind === 'refined' ? type.base : type
  if (base.kind !== 'str' || typeof value === 'string') return parseValue(type, value)
  if (typeof value !== 'object') return parseValue(type, String(value))
  const given = value === null ? 'null' : Array.isArray(value) ? 'an array' : 'an object'
  return { ok: false, reason: `expected a string, got ${given}` }
}
