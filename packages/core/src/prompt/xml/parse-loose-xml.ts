import { attributesIn } from './attributes-in.ts'
import { decodeEntities } from './decode-entities.ts'
import { type FoundTag, findTags } from './find-tags.ts'
import { appendText, deepestLevel, type XMLElement } from './xml-element.ts'

const cdataStart = '<![CDATA['
const cdataEnd = ']]>'

/** The elements in any text, under one root: what has a start and an end counts, all else is text. */
export function parseLooseXML(text: string): XMLElement {
  const root: XMLElement = { name: '', attributes: [], text: '', children: [], tail: '' }
  const open: { element: XMLElement; firstChild?: number }[] = [{ element: root }]
  let position = 0
  for (const tag of markupIn(text)) {
    const current = open.at(-1)
    if (!current) break
    appendText(current.element, decodeEntities(text.slice(position, tag.start)))
    position = tag.end
    if (tag.kind === 'cdata') {
      const content = text.slice(tag.start + cdataStart.length, tag.end - cdataEnd.length)
      appendText(current.element, content)
    } else if (tag.kind === 'close') {
      open.pop()
      if (current.firstChild !== undefined) {
        current.element.source = text.slice(current.firstChild, tag.start)
      }
    } else if (tag.kind !== 'ignored') {
      const element = toElement(tag)
      current.element.children.push(element)
      current.firstChild ??= tag.start
      if (tag.kind === 'open') open.push({ element })
    }
  }
  return root
}

function toElement({ name, attributes }: FoundTag): XMLElement {
  return { name, attributes: attributesIn(attributes), text: '', children: [], tail: '' }
}

/** The markup without the opening and closing tags that belong to no other. */
function markupIn(text: string): FoundTag[] {
  const found = findTags(text)
  const open: FoundTag[] = []
  const counts = new Map<string, number>()
  const matched = new Set<FoundTag>()
  const count = (name: string, step: number): void => {
    counts.set(name, (counts.get(name) ?? 0) + step)
  }
  for (const tag of found) {
    if (tag.kind === 'open' && open.length < deepestLevel) {
      open.push(tag)
      count(tag.name, 1)
    } else if (tag.kind === 'close' && counts.get(tag.name)) {
      let mate = open.pop()
      while (mate && mate.name !== tag.name) {
        count(mate.name, -1)
        mate = open.pop()
      }
      count(tag.name, -1)
      if (mate) matched.add(mate).add(tag)
    } else if (tag.kind !== 'open' && tag.kind !== 'close') matched.add(tag)
  }
  return found.filter((tag) => matched.has(tag))
}
