import { pythonFloat } from './python-float.ts'

/** A JSON value as Python's `str()` writes it: `True`, `None`, `{'k': [1, 0.5]}`. */
export function pythonText(value: unknown): string {
  return typeof value === 'string' ? value : represent(value)
}

function represent(value: unknown): string {
  if (typeof value === 'string') return quote(value)
  if (value === null || value === undefined) return 'None'
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : pythonFloat(value)
  if (Array.isArray(value)) return `[${value.map(represent).join(', ')}]`
  if (typeof value !== 'object') return String(value)
  const members = Object.entries(value).map(
    ([key, member]) => `${quote(key)}: ${represent(member)}`,
  )
  return `{${members.join(', ')}}`
}

function quote(text: string): string {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'"
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll(mark, `\\${mark}`)
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
  return mark + escaped.replace(/[\p{Cc}\xa0\xad]/gu, hexadecimal) + mark
}

function hexadecimal(char: string): string {
  return `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`
}
