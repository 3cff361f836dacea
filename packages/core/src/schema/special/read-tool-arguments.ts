import { checkSchema } from '../coerce/check-schema.ts'
import { coerceWith } from '../coerce/coerce-with.ts'
import type { Convert } from '../coerce/convert.ts'
import { isPlainObject } from '../coerce/is-plain-object.ts'
import type { Coerced } from '../coerced.ts'
import type { FieldType } from '../field-type.ts'
import { fromSchema } from '../from-schema/from-schema.ts'
import { parseLenientJSON } from '../lenient-json/parse-lenient-json.ts'
import { parseValue } from '../parse-value/parse-value.ts'
import type { StandardSchema } from '../standard-schema.ts'

/**
 * What a schema makes of arguments as an LM wrote them. Where it refuses them, what is plainly another
 * spelling of the same is put right first: "3" for 3, JSON in a text, null for what may be left out.
 */
export function readToolArguments(input: StandardSchema | undefined, args: unknown): Coerced {
  const strict = checkSchema(input, args)
  if (strict.ok || input === undefined) return strict
  const loose = loosely(fromSchema(input, 'Arguments').type, args)
  return loose.ok ? checkSchema(input, loose.value) : strict
}

const loosely: Convert = (type, value) => {
  const inner = unchecked(type)
  const coerced = coerceWith(loosely, inner, withoutIdleNulls(inner, value))
  if (coerced.ok) return coerced
  if (inner.kind === 'str') {
    return typeof value === 'number' ? { ok: true, value: String(value) } : coerced
  }
  if (inner.kind === 'literal' || inner.kind === 'enum') return parseValue(inner, value)
  if (typeof value !== 'string' || !isBracketed(value.trim())) return coerced
  const read = coerceWith(loosely, inner, parseLenientJSON(value))
  return read.ok ? read : coerced
}

/** The type without its schema, which judges the whole, and open, for the schema also judges what is unknown. */
function unchecked(type: FieldType): FieldType {
  if (type.kind === 'refined') return unchecked(type.base)
  if (type.kind !== 'model') return type
  const { schema: _schema, ...model } = type
  return { ...model, open: true }
}

// LMs write null for what they leave out.
function withoutIdleNulls(type: FieldType, value: unknown): unknown {
  if (type.kind !== 'model' || !isPlainObject(value)) return value
  const idle = type.properties.filter(
    ({ name, required, type: own }) => !required && value[name] === null && !loosely(own, null).ok,
  )
  if (idle.length === 0) return value
  const names = new Set(idle.map(({ name }) => name))
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.has(name)))
}

function isBracketed(text: string): boolean {
  return (
    (text.startsWith('[') && text.endsWith(']')) || (text.startsWith('{') && text.endsWith('}'))
  )
}
