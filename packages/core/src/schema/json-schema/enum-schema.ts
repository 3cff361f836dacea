import type { LiteralValue } from '../is-literal-value.ts'
import type { JSONObject } from '../json-object.ts'

/** The schema of a closed set of values, with a type when they share one. */
export function enumSchema(values: readonly LiteralValue[]): JSONObject {
  const kinds = new Set(values.map(jsonTypeOf))
  const [only] = kinds
  const type: JSONObject = kinds.size === 1 && only !== undefined ? { type: only } : {}
  const [first] = values
  return values.length === 1 && first !== undefined
    ? { const: first, ...type }
    : { enum: [...values], ...type }
}

function jsonTypeOf(value: LiteralValue): string {
  if (value === null) return 'null'
  if (typeof value === 'string') return 'string'
  if (typeof value === 'boolean') return 'boolean'
  return Number.isInteger(value) ? 'integer' : 'number'
}
