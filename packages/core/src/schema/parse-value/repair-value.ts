import { coerce } from '../coerce/coerce.ts'
import { coerceWith } from '../coerce/coerce-with.ts'
import type { Coerced } from '../coerced.ts'
import type { FieldType } from '../field-type.ts'
import { mismatch } from '../mismatch.ts'
import { readCandidate } from './read-candidate.ts'
import { repairContainer } from './repair-container.ts'
import { repairLeaf } from './repair-leaf.ts'
import { unfence } from './unfence.ts'

/** Reads a value whose meaning is plain though its form is wrong; prose and refusals stay failures. */
export function repairValue(type: FieldType, raw: unknown): Coerced {
  if (typeof raw !== 'string') return convert(type, raw)
  const text = unfence(raw)
  // The tail of a header: the reply was cut in the wrong places, so no field of it can be trusted.
  if (text.startsWith(']]')) return mismatch('a value', raw)
  const candidate = readCandidate(text)
  const fromText = convert(type, text)
  return fromText.ok || candidate === text ? fromText : convert(type, candidate)
}

/** Coerces a value or, where that fails, repairs it, and the same for each value in it. */
function convert(type: FieldType, value: unknown): Coerced {
  const plain = coerce(type, value)
  if (plain.ok) return plain
  const repaired = repairLeaf(type, value) ?? repairContainer(type, value, convert)
  if (repaired?.ok) return repaired
  const inner = coerceWith(convert, type, value)
  return inner.ok ? inner : plain
}
