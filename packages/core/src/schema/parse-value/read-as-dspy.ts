import { pythonText } from '../../internal/python-text.ts'
import { allowsNone } from '../coerce/allows-none.ts'
import { checkSchema } from '../coerce/check-schema.ts'
import { coerce } from '../coerce/coerce.ts'
import type { Coerced } from '../coerced.ts'
import type { FieldType } from '../field-type.ts'
import { readCandidate } from './read-candidate.ts'

/** Reads a value exactly as DSPy's `parse_value` does. */
export function readAsDSPy(type: FieldType, raw: unknown): Coerced {
  switch (type.kind) {
    case 'refined': {
      const base = readAsDSPy(type.base, raw)
      return base.ok ? checkSchema(type.schema, base.value) : base
    }
    case 'str':
      return { ok: true, value: pythonText(raw) }
    case 'enum':
      return coerce(type, raw)
    case 'literal':
      return readLiteral(type, raw)
    default:
      return typeof raw === 'string' ? readText(type, raw) : coerce(type, raw)
  }
}

function readLiteral(type: Extract<FieldType, { kind: 'literal' }>, raw: unknown): Coerced {
  const exact = coerce(type, raw)
  if (exact.ok || typeof raw !== 'string') return exact
  const unwrapped = /^(?:Literal|str)\[(.*)\]$/s.exec(raw.trim())?.[1] ?? raw.trim()
  const unquoted = /^(["'])(.*)\1$/s.exec(unwrapped)?.[2] ?? unwrapped
  const inner = coerce(type, unquoted)
  return inner.ok ? inner : exact
}

function readText(type: FieldType, text: string): Coerced {
  // Where both str and None are options, "None" is a text and so is everything else.
  if (allowsNone(type) && allowsText(type)) return coerce(type, text)
  const result = coerce(type, readCandidate(text))
  if (result.ok || type.kind !== 'special') return result
  return coerce(type, text)
}

function allowsText(type: FieldType): boolean {
  if (type.kind === 'refined') return allowsText(type.base)
  return type.kind === 'str' || (type.kind === 'union' && type.options.some(allowsText))
}
