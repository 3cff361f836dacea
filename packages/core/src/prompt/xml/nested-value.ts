import type { FieldType } from '../../schema/field-type.ts'
import { formatValue } from '../../schema/format-value/format-value.ts'
import { memberType } from '../../schema/format-value/member-type.ts'
import { specialJSON } from '../../schema/format-value/special-json.ts'
import { escapeText } from './escape-text.ts'

const plainTagName = /^[A-Za-z_][\w.-]*$/
/** Made on first use: Unicode classes cost time at import. */
let tagName: RegExp | undefined

/** A list or an object as nested tags; undefined for other values, which are written as text. */
export function nestedValue(tag: string, type: FieldType, value: unknown): string | undefined {
  const isText = typeof value !== 'object' || value === null || value instanceof Date
  return isText ? undefined : write(tag, '', type, value)
}

function write(tag: string, key: string, type: FieldType, value: unknown): string {
  if (value === null || value === undefined) return `<${tag}${key} />`
  if (typeof value !== 'object' || value instanceof Date) {
    return `<${tag}${key}>${escapeText(formatValue(type, value))}</${tag}>`
  }
  const special = specialJSON(type, value, false)
  if (special !== undefined) return write(tag, key, { kind: 'any' }, special)
  const items = itemsOf(value)
  if (items?.length === 0) return `<${tag}${key} />`
  const content = items ? itemTags(items, type) : memberTags(value, type)
  return `<${tag}${key}>${content}</${tag}>`
}

function itemTags(items: readonly unknown[], type: FieldType): string {
  let text = ''
  for (const [index, item] of items.entries())
    text += write('item', '', memberType(type, index), item)
  return text
}

function memberTags(value: object, type: FieldType): string {
  const members: Iterable<[unknown, unknown]> = value instanceof Map ? value : Object.entries(value)
  let text = ''
  for (const [key, member] of members) {
    if (member === undefined || typeof member === 'function') continue
    const name = String(key)
    const inner = memberType(type, name)
    text += isTagName(name)
      ? write(name, '', inner, member)
      : write('entry', ` key=${quoted(name)}`, inner, member)
  }
  return text
}

// What Python's `str.isidentifier` takes once dots and dashes behind the first character are set aside.
function isTagName(name: string): boolean {
  if (plainTagName.test(name)) return true
  tagName ??= /^[\p{XID_Start}_][\p{XID_Continue}.-]*$/u
  return tagName.test(name)
}

function itemsOf(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value
  return value instanceof Set ? [...value] : undefined
}

// As Python's `xml.sax.saxutils.quoteattr` does it.
function quoted(text: string): string {
  const escaped = escapeText(text)
    .replaceAll('>', '&gt;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\r', '&#13;')
    .replaceAll('\t', '&#9;')
  if (!escaped.includes('"')) return `"${escaped}"`
  return escaped.includes("'") ? `"${escaped.replaceAll('"', '&quot;')}"` : `'${escaped}'`
}
