import type { XMLElement } from './xml-element.ts'

/** The prefixes ElementTree knows; other namespaces get `ns0`, `ns1`, … */
const knownPrefixes: ReadonlyMap<string, string> = new Map([
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
  ['http://www.w3.org/1999/xhtml', 'html'],
  ['http://www.w3.org/1999/02/22-rdf-syntax-ns#', 'rdf'],
  ['http://schemas.xmlsoap.org/wsdl/', 'wsdl'],
  ['http://www.w3.org/2001/XMLSchema', 'xs'],
  ['http://www.w3.org/2001/XMLSchema-instance', 'xsi'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
])

/** An element with its tail as Python's `ElementTree.tostring` writes it. */
export function serializeElement(element: XMLElement): string {
  const prefixes = new Map<string, string>()
  collectPrefixes(element, prefixes)
  const declarations = [...prefixes]
    .sort(([, a], [, b]) => (a < b ? -1 : 1))
    .map(([uri, prefix]): [string, string] => [`xmlns:${prefix}`, uri])
  return write(element, declarations, prefixes)
}

/** The start of an opening tag, without the bracket that ends it. */
export function openingTag(
  name: string,
  attributes: readonly (readonly [string, string])[],
): string {
  const written = attributes.map(([key, value]) => ` ${key}="${escapedAttribute(value)}"`)
  return `<${name}${written.join('')}`
}

/** Text between tags as ElementTree writes it. */
export function escapedText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function escapedAttribute(value: string): string {
  return escapedText(value)
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\t', '&#09;')
}

function write(
  element: XMLElement,
  declarations: readonly (readonly [string, string])[],
  prefixes: ReadonlyMap<string, string>,
): string {
  const name = prefixed(element.name, prefixes)
  const attributes = element.attributes.map(
    ([key, value]) => [prefixed(key, prefixes), value] as const,
  )
  const opening = openingTag(name, [...declarations, ...attributes])
  const content =
    escapedText(element.text) + element.children.map((child) => write(child, [], prefixes)).join('')
  const whole = content === '' ? `${opening} />` : `${opening}>${content}</${name}>`
  return whole + escapedText(element.tail)
}

function collectPrefixes(element: XMLElement, prefixes: Map<string, string>): void {
  for (const name of [element.name, ...element.attributes.map(([key]) => key)]) {
    const uri = namespaceOf(name)
    if (uri === undefined || prefixes.has(uri)) continue
    const prefix = knownPrefixes.get(uri) ?? `ns${prefixes.size}`
    if (prefix !== 'xml') prefixes.set(uri, prefix)
  }
  for (const child of element.children) collectPrefixes(child, prefixes)
}

function namespaceOf(name: string): string | undefined {
  return name.startsWith('{') ? name.slice(1, name.lastIndexOf('}')) : undefined
}

function prefixed(name: string, prefixes: ReadonlyMap<string, string>): string {
  const uri = namespaceOf(name)
  if (uri === undefined) return name
  const local = name.slice(name.lastIndexOf('}') + 1)
  return `${prefixes.get(uri) ?? knownPrefixes.get(uri) ?? ''}:${local}`
}
