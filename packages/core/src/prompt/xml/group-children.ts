import type { XMLElement } from './xml-element.ts'

/** Elements of one name, at least one. */
export type XMLElements = readonly [XMLElement, ...XMLElement[]]

/** The children of an element by name; an `entry` goes by its key. */
export function groupChildren({ children }: XMLElement): Map<string, XMLElements> {
  const groups = new Map<string, [XMLElement, ...XMLElement[]]>()
  for (const child of children) {
    const name = child.name === 'entry' ? keyOf(child) : child.name
    const group = groups.get(name)
    if (group) group.push(child)
    else groups.set(name, [child])
  }
  return groups
}

function keyOf({ name, attributes }: XMLElement): string {
  return attributes.find(([attribute]) => attribute === 'key')?.[1] ?? name
}
