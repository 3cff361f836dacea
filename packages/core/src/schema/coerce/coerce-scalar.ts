import { assertNever } from '../../internal/assert-never.ts'
import { keepsDigits } from '../../internal/keeps-digits.ts'
import type { Coerced } from '../coerced.ts'
import type { ScalarKind } from '../field-type.ts'
import { mismatch } from '../mismatch.ts'

const integer = /^[+-]?\d+(?:_\d+)*(?:\.0+)?$/
const decimal = /^[+-]?(?:\d+(?:_\d+)*(?:\.(?:\d+(?:_\d+)*)?)?|\.\d+(?:_\d+)*)(?:e[+-]?\d+)?$/i
const unbounded = /^([+-]?)(?:inf|infinity)$/i
const booleans: ReadonlyMap<string, boolean> = new Map([
  ...['true', '1', 'yes', 'on', 't', 'y'].map((word) => [word, true] as const),
  ...['false', '0', 'no', 'off', 'f', 'n'].map((word) => [word, false] as const),
])

/** Validates a value as a Python scalar the way pydantic's lax mode does. */
export function coerceScalar(kind: ScalarKind, value: unknown): Coerced {
  switch (kind) {
    case 'str':
      return typeof value === 'string' ? { ok: true, value } : mismatch('str', value)
    case 'int':
      return orMismatch(kind, value, toInteger(value))
    case 'float':
      return orMismatch(kind, value, toFloat(value))
    case 'bool':
      return orMismatch(kind, value, toBoolean(value))
    case 'none':
      return value === null || value === undefined
        ? { ok: true, value: null }
        : mismatch('null', value)
    case 'any':
      return { ok: true, value }
    default:
      return assertNever(kind)
  }
}

function orMismatch(
  kind: ScalarKind,
  value: unknown,
  found: number | boolean | undefined,
): Coerced {
  return found === undefined ? mismatch(kind, value) : { ok: true, value: found }
}

function toInteger(value: unknown): number | undefined {
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'bigint') return toInteger(String(value))
  // Adding 0 takes the sign off -0, which Python's integers do not have.
  if (typeof value === 'number') return Number.isInteger(value) ? value + 0 : undefined
  if (typeof value !== 'string' || !integer.test(value.trim())) return undefined
  const digits = value.trim().replaceAll('_', '')
  // A number that is not the one that was written is worse than none.
  return keepsDigits(digits) ? Number(digits) + 0 : undefined
}

function toFloat(value: unknown): number | undefined {
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'number' || typeof value === 'bigint') return Number(value)
  if (typeof value !== 'string') return undefined
  const text = value.trim()
  if (decimal.test(text)) return Number(text.replaceAll('_', ''))
  const sign = unbounded.exec(text)?.[1]
  if (sign !== undefined) return sign === '-' ? -Infinity : Infinity
  return /^[+-]?nan$/i.test(text) ? Number.NaN : undefined
}

function toBoolean(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value
  if (typeof value === 'number') return value === 1 || value === 0 ? value === 1 : undefined
  return typeof value === 'string' ? booleans.get(value.toLowerCase()) : undefined
}
