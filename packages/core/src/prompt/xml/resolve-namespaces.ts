import type { XMLElement } from './xml-element.ts'

type Bindings = ReadonlyMap<string, string>

const xmlNamespace = 'http://www.w3.org/XML/1998/namespace'
const xmlnsNamespace = 'http://www.w3.org/2000/xmlns/'
const predefined: Bindings = new Map([['xml', xmlNamespace]])

/** Replaces prefixes by `{uri}` in a tree; false when one is not bound, or a binding is not allowed. */
export function resolveNamespaces(element: XMLElement, outer: Bindings = predefined): boolean {
  const bindings = bindingsOf(element, outer)
  const name = bindings && resolved(element.name, bindings, bindings.get('') ?? '')
  if (name === undefined) return false
  element.name = name
  const attributes = new Map<string, string>()
  for (const [attribute, value] of element.attributes) {
    if (isBinding(attribute)) continue
    const full = resolved(attribute, bindings ?? outer, '')
    if (full === undefined || attributes.has(full)) return false
    attributes.set(full, value)
  }
  element.attributes = [...attributes]
  return element.children.every((child) => resolveNamespaces(child, bindings))
}

function isBinding(attribute: string): boolean {
  return attribute === 'xmlns' || attribute.startsWith('xmlns:')
}

function bindingsOf({ attributes }: XMLElement, outer: Bindings): Bindings | undefined {
  const declared = attributes.filter(([name]) => isBinding(name))
  if (declared.length === 0) return outer
  const bindings = new Map(outer)
  for (const [name, uri] of declared) {
    const prefix = name.slice('xmlns:'.length)
    const isXML = uri === xmlNamespace
    if (prefix === 'xmlns' || uri === xmlnsNamespace || (prefix === 'xml') !== isXML)
      return undefined
    if (name !== 'xmlns' && (uri === '' || prefix === '' || prefix.includes(':'))) return undefined
    bindings.set(prefix, uri)
  }
  return bindings
}

function resolved(name: string, bindings: Bindings, defaultURI: string): string | undefined {
  const [first = '', second, ...others] = name.split(':')
  if (second === undefined) return defaultURI === '' ? name : `{${defaultURI}}${name}`
  const uri = first === '' || second === '' || others.length > 0 ? undefined : bindings.get(first)
  return uri === undefined ? undefined : `{${uri}}${second}`
}
