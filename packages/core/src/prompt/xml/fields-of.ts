import type { Signature } from '../../signature/signature.ts'
import { fieldValue } from './field-value.ts'
import { groupChildren, type XMLElements } from './group-children.ts'
import { outputShapes } from './output-shapes.ts'
import type { XMLElement } from './xml-element.ts'

/** The raw values of the output fields that stand right below an element, found by their normalised names. */
export function fieldsOf(
  signature: Signature,
  parent: XMLElement,
  normalise: (name: string) => string,
): Map<string, unknown> {
  const groups = new Map<string, XMLElements>()
  for (const [name, elements] of groupChildren(parent)) {
    const key = normalise(name)
    if (!groups.has(key)) groups.set(key, elements)
  }
  const shapes = outputShapes(signature)
  const found = new Map<string, unknown>()
  for (const field of signature.outputFields) {
    const elements = groups.get(normalise(field.name))
    const shape = shapes.get(field.name)
    if (elements && shape) found.set(field.name, fieldValue(field, elements, shape))
  }
  return found
}
