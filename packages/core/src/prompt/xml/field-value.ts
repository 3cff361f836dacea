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
  if (!root.options || readAsDSPy(field.type, whole).ok) return whole
  for (const option of root.options) {
    const value = elementsValue(elements, option, definitions)
    if (readAsDSPy(field.type, value).ok) return value
  }
  return whole
}
