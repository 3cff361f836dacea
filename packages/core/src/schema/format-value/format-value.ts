import { pythonFloat } from '../../internal/python-float.ts'
import type { FieldType } from '../field-type.ts'
import { isContentName, markContent } from './content-marker.ts'
import { isFloat } from './is-float.ts'
import { pythonJSON } from './python-json.ts'

/** A value as DSPy's prompts show it, following `format_field_value`. */
export function formatValue(type: FieldType, value: unknown): string {
  if (
    type.kind === 'special' &&
    isContentName(type.name) &&
    value !== null &&
    value !== undefined
  ) {
    return markContent(type.name, value)
  }
  if (type.kind === 'str' && Array.isArray(value)) return numberedPassages(value)
  if (typeof value === 'string') return value
  if (value === null || value === undefined) return 'None'
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (typeof value === 'number') return isFloat(type, value) ? pythonFloat(value) : String(value)
  if (typeof value === 'bigint') return String(value)
  if (value instanceof Date) return value.toISOString()
  return pythonJSON(type, value)
}

// A list given to a plain `str` field stands as numbered passages.
function numberedPassages(items: readonly unknown[]): string {
  const blobs = items.map((item) => passage(formatValue({ kind: 'any' }, item)))
  if (blobs.length === 0) return 'N/A'
  if (blobs.length === 1) return blobs[0] ?? ''
  return blobs.map((blob, index) => `[${index + 1}] ${blob}`).join('\n')
}

function passage(text: string): string {
  if (!/[\n«»]/.test(text)) return `«${text}»`
  return `«««\n    ${text.replaceAll('\n', '\n    ')}\n»»»`
}
