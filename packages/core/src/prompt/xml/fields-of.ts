import type { Signature } from '../../signature/signature.ts'
import { fieldValue } from './field-value.ts'
import { groupChildren, type XMLElements } from './group-children.ts'
import { outputShapes } from './output-shapes.ts'
import type { SchemaShape } from './schema-shape.ts'
import type { XMLElement } from './xml-element.ts'

/** How the fields of a reply are found among its elements. */
export interface FieldSearch {
  /** Names are compared as this leaves them. */
  normalise(name: string): string
  /** Which of the elements of one name make up the field's value. */
  select(elements: XMLElements, shape: SchemaShape): XMLElements
}

/** The raw values of the output fields that stand right below an element. */
export function fieldsOf(
  signature: Signature,
  parent: XMLElement,
  { normalise, select }: FieldSearch,
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
    if (!elements || !shape) continue
    found.set(field.name, fieldValue(field, select(elements, shape.root), shape))
  }
  return found
}
