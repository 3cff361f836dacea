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
  return itemsOf(value) || membersOf(value) ? write(tag, '', type, value) : undefined
}

function write(tag: string, key: string, type: FieldType, value: unknown): string {
  if (value === null || value === undefined) return `<${tag}${key} />`
  const special = typeof value === 'object' ? specialJSON(type, value, false) : undefined
  if (special !== undefined) return write(tag, key, { kind: 'any' }, special)
  const items = itemsOf(value)
  if (items?.length === 0) return `<${tag}${key} />`
  const members = items ? undefined : membersOf(value)
  const content =
    items?.map((item, index) => write('item', '', memberType(type, index), item)) ??
    members?.map(([name, member]) =>
      isTagName(name)
        ? write(name, '', memberType(type, name), member)
        : write('entry', ` key=${quoted(name)}`, memberType(type, name), member),
    )
  return `<${tag}${key}>${content ? content.join('') : escapeText(formatValue(type, value))}</${tag}>`
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

function membersOf(value: unknown): [string, unknown][] | undefined {
  if (typeof value !== 'object' || value === null || value instanceof Date) return undefined
  const entries: [unknown, unknown][] =
    value instanceof Map ? [...value.entries()] : Object.entries(value)
  return entries
    .filter(([, member]) => member !== undefined && typeof member !== 'function')
    .map(([name, member]) => [String(name), member])
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
