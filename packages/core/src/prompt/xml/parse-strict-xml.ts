import { createRequire } from 'node:module'
import type { XmlElement as ParsedElement, parseXml } from '@rgrove/parse-xml'
import { resolveNamespaces } from './resolve-namespaces.ts'
import { appendText, deepestLevel, type XMLElement } from './xml-element.ts'

const require = createRequire(import.meta.url)

/**
 * The elements of a well-formed reply, under one root; undefined where expat, which DSPy reads with,
 * would find a fault. The parser loads on first use, to keep imports fast.
 */
export function parseStrictXML(reply: string): XMLElement | undefined {
  // The package's own declaration types the module; `require` itself gives no type.
  const parser: { parseXml: typeof parseXml } = require('@rgrove/parse-xml')
  // XML reads every line end as `\n`; the parser would do so too, but in quadratic time.
  const text = reply.replaceAll(/\r\n?/g, '\n')
  try {
    const { root: parsed } = parser.parseXml(`<reply>${text}</reply>`)
    const root = parsed ? toElement(parsed, 0) : undefined
    return root && resolveNamespaces(root) ? root : undefined
  } catch {
    // Not well-formed, or nested so deep that the parser's stack overflowed.
    return undefined
  }
}

function toElement(parsed: ParsedElement, level: number): XMLElement | undefined {
  if (level > deepestLevel) return undefined
  const element = emptyElement(parsed)
  for (const child of parsed.children) {
    if (isText(child)) appendText(element, child.text)
    else if (isElement(child)) {
      const inner = toElement(child, level + 1)
      if (!inner) return undefined
      element.children.push(inner)
    }
  }
  return element
}

function emptyElement({ name, attributes }: ParsedElement): XMLElement {
  return { name, attributes: Object.entries(attributes), text: '', children: [], tail: '' }
}

function isText(node: object): node is { text: string } {
  return 'text' in node && 'type' in node && node.type === 'text'
}

function isElement(node: object): node is ParsedElement {
  return 'type' in node && node.type === 'element'
}
