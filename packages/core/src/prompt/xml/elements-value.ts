import { pythonStrip } from '../../internal/python-strip.ts'
import { setOwnProperty } from '../../internal/set-own-property.ts'
import { groupChildren, type XMLElements } from './group-children.ts'
import type { SchemaShape } from './schema-shape.ts'
import { serializeElement } from './serialize-element.ts'
import type { XMLElement } from './xml-element.ts'

type Definitions = ReadonlyMap<string, SchemaShape>

/**
 * What the elements of one name hold, read by the shape of their type as DSPy does it: texts, lists of
 * values and objects. A reference within a union is not followed, so members there are read as they come.
 */
export function elementsValue(
  elements: XMLElements,
  given: SchemaShape,
  definitions: Definitions,
): unknown {
  const [element] = elements
  const isLeaf = element.children.length === 0
  const isBlank = isLeaf && pythonStrip(element.text) === ''
  if (isJSONWithMarkup(element)) return markedText(element)
  let shape = definitions.get(given.reference ?? '') ?? given
  if (shape.options) {
    if (isBlank && shape.options.some(({ type }) => type === 'null')) return null
    const options = shape.options.filter(({ type }) => type !== 'null')
    const structured = isLeaf ? undefined : options.find(({ type }) => type !== 'string')
    shape = structured ?? options[0] ?? {}
  }
  if (shape.type === 'array') return listValue(elements, shape.item ?? {}, definitions)
  if (!isLeaf) {
    return shape.type === 'string' ? markedText(element) : members(element, shape, definitions)
  }
  if (isBlank && shape.type === 'object') return {}
  return elements.length === 1
    ? pythonStrip(element.text)
    : elements.map(({ text }) => pythonStrip(text))
}

/** A list is one element with items in it, or with JSON, or the repetitions of the element itself. */
function listValue(elements: XMLElements, item: SchemaShape, definitions: Definitions): unknown {
  const [element, ...others] = elements
  if (others.length === 0 && element.children.length === 0) {
    const text = pythonStrip(element.text)
    if (text === '') return []
    if (text.startsWith('[')) return text
  }
  const inner = others.length === 0 ? groupChildren(element).get('item') : undefined
  return (inner ?? elements).map((each) => elementsValue([each], item, definitions))
}

/** In a reply that is not well-formed, JSON whose texts contain what looks like tags. */
function isJSONWithMarkup({ text, source }: XMLElement): boolean {
  return source !== undefined && /^\s*[[{]/.test(text)
}

function markedText({ text, children, source }: XMLElement): string {
  return text + (source ?? children.map(serializeElement).join(''))
}

function members(element: XMLElement, shape: SchemaShape, definitions: Definitions): unknown {
  const values: Record<string, unknown> = {}
  for (const [name, elements] of groupChildren(element)) {
    const inner = shape.properties?.get(name) ?? shape.others ?? {}
    setOwnProperty(values, name, elementsValue(elements, inner, definitions))
  }
  return values
}
