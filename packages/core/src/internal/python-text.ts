import { pythonFloat } from './python-float.ts'
import { PythonNumber } from './python-number.ts'

/** A JSON value as Python's `str()` writes it: `True`, `None`, `{'k': [1, 0.5]}`. */
export function pythonText(value: unknown): string {
  return typeof value === 'string' ? value : represent(value)
}

function represent(value: unknown): string {
  if (typeof value === 'string') return quote(value)
  if (value === null || value === undefined) return 'None'
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : pythonFloat(value)
  if (value instanceof PythonNumber) return value.text
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
  return mark + escaped.replace(unprintable, hexadecimal) + mark
}

// What `str.isprintable` is false for.
const unprintable = /[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu

function hexadecimal(char: string): string {
  const code = char.codePointAt(0) ?? 0
  const digits = code.toString(16)
  if (code < 0x100) return `\\x${digits.padStart(2, '0')}`
  return code < 0x10000 ? `\\u${digits.padStart(4, '0')}` : `\\U${digits.padStart(8, '0')}`
}
