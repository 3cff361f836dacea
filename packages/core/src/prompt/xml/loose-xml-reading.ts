import { looseName } from '../reading/loose-name.ts'
import type { Reading } from '../reading/reading.ts'
import { type FieldSearch, fieldsOf } from './fields-of.ts'
import type { XMLElements } from './group-children.ts'
import { parseLooseXML } from './parse-loose-xml.ts'
import type { SchemaShape } from './schema-shape.ts'
import type { XMLElement } from './xml-element.ts'

const searches: readonly FieldSearch[] = [
  { normalise: (name) => name, select: firstValue },
  { normalise: looseName, select: firstValue },
]

/** Elements in a reply that is not well-formed, named in another case, repeated, or inside of others. */
export const looseXMLReading: Reading = (signature, text) => {
  if (!text.includes('<')) return new Map()
  const root = parseLooseXML(text)
  for (const search of searches) {
    const { normalise } = search
    const names = new Set(signature.outputFields.map(({ name }) => normalise(name)))
    const parent = outermost(root, ({ children }) =>
      children.some(({ name }) => names.has(normalise(name))),
    )
    if (parent) return fieldsOf(signature, parent, search)
  }
  return new Map()
}

/** The first element, level by level, that a test holds for. */
function outermost(
  root: XMLElement,
  test: (element: XMLElement) => boolean,
): XMLElement | undefined {
  const queue = [root]
  // A queue may grow while it is walked through.
  for (const element of queue) {
    if (test(element)) return element
    for (const child of element.children) queue.push(child)
  }
  return undefined
}

/** Some models give their whole reply twice: only the items of a list may be elements of one name. */
function firstValue(elements: XMLElements, { type, options = [] }: SchemaShape): XMLElements {
  const [first] = elements
  const isList = type === 'array' || options.some((option) => option.type === 'array')
  const isWhole = first.children.some(({ name }) => name === 'item') || /^\s*\[/.test(first.text)
  return isList && !isWhole ? elements : [first]
}
