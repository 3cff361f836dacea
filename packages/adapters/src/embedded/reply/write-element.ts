import type { JSONValue } from '@ockham/core'

/** A value as an XML element: lists as `item`s, objects as an element per key, null as an empty element. */
export function writeElement(name: string, value: JSONValue): string {
  if (value === null) return `<${name} />`
  if (typeof value !== 'object') return `<${name}>\n${scalar(value)}\n</${name}>`
  return nested(name, value)
}

function nested(name: string, value: JSONValue): string {
  if (value === null) return `<${name} />`
  if (typeof value !== 'object') return `<${name}>${scalar(value)}</${name}>`
  const inner = Array.isArray(value)
    ? value.map((item) => nested('item', item))
    : Object.entries(value).map(([key, one]) => nested(key, one))
  return inner.length === 0 ? `<${name} />` : `<${name}>${inner.join('')}</${name}>`
}

function scalar(value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  return String(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
