import { coerce } from '../../schema/coerce/coerce.ts'
import { readAsDSPy } from '../../schema/parse-value/read-as-dspy.ts'
import type { Field } from '../../signature/field.ts'
import { elementsValue } from './elements-value.ts'
import type { XMLElements } from './group-children.ts'
import type { ShapeDocument } from './schema-shape.ts'

/** The raw value of a field: of a union, by the first of its options that gives a valid one. */
export function fieldValue(
  field: Field,
  elements: XMLElements,
  { root, definitions }: ShapeDocument,
): unknown {
  const whole = elementsValue(elements, root, definitions)
  if (!root.options || isValid(field, whole)) return whole
  for (const option of root.options) {
    const value = elementsValue(elements, option, definitions)
    if (isValid(field, value)) return value
  }
  return whole
}

/** Whether DSPy takes a value: as text to be read or, failing that, as it is. */
function isValid({ type }: Field, value: unknown): boolean {
  return readAsDSPy(type, value).ok || coerce(type, value).ok
}
