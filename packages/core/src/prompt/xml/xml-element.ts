/** An element as Python's ElementTree has it: texts belong to the element around or in front of them. */
export interface XMLElement {
  /** With a namespace, `{uri}local`. */
  name: string
  attributes: [name: string, value: string][]
  /** The text in front of the first child. */
  text: string
  children: XMLElement[]
  /** The text between this element's end and what follows it. */
  tail: string
  /** In a reply that is not well-formed: the source from the first child to the end. */
  source?: string
}

/** Deeper elements are not read: DSPy, too, fails on them, and every stack has an end. */
export const deepestLevel = 500

/** Adds text at the end of an element's content. */
export function appendText(element: XMLElement, text: string): void {
  const last = element.children.at(-1)
  if (last) last.tail += text
  else element.text += text
}
