import { looseName } from '../reading/loose-name.ts'
import type { Reading } from '../reading/reading.ts'
import { fieldsOf } from './fields-of.ts'
import { parseLooseXML } from './parse-loose-xml.ts'
import type { XMLElement } from './xml-element.ts'

/** Elements in a reply that is not well-formed, named in another case, or inside of other elements. */
export const looseXMLReading: Reading = (signature, text) => {
  if (!text.includes('<')) return new Map()
  const root = parseLooseXML(text)
  for (const normalise of [(name: string) => name, looseName]) {
    const names = new Set(signature.outputFields.map(({ name }) => normalise(name)))
    const parent = outermost(root, ({ children }) =>
      children.some(({ name }) => names.has(normalise(name))),
    )
    if (parent) return fieldsOf(signature, parent, normalise)
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
