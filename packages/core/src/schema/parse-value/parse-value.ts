import type { Coerced } from '../coerced.ts'
import type { FieldType } from '../field-type.ts'
import { readAsDSPy } from './read-as-dspy.ts'
import { repairValue } from './repair-value.ts'

/** Reads a field's value out of a reply, from its text or from a parsed JSON value: as DSPy does, else by free repairs. */
export function parseValue(type: FieldType, raw: unknown): Coerced {
  const result = readAsDSPy(type, raw)
  if (result.ok) return result
  const repaired = repairValue(type, raw)
  return repaired.ok ? repaired : result
}
