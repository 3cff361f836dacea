import { pythonFloat } from '../../internal/python-float.ts'
import type { FieldType } from '../field-type.ts'
import { isFloat } from './is-float.ts'
import { pythonJSON } from './python-json.ts'
import { specialJSON } from './special-json.ts'

const anyType: FieldType = { kind: 'any' }

/**
 * A value as DSPy's prompts show it, following `format_field_value`. `marked` leaves a mark where a part
 * of the message belongs, such as an image; else media are written as JSON.
 */
export function formatValue(type: FieldType, value: unknown, marked: boolean = false): string {
  if (typeof value === 'string') return value
  if (value === null || value === undefined) return 'None'
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (typeof value === 'number') return isFloat(type, value) ? pythonFloat(value) : String(value)
  if (typeof value !== 'object') return String(value)
  if (type.kind === 'str' && Array.isArray(value)) return numberedPassages(value)
  if (value instanceof Date) return value.toISOString()
  const special = specialJSON(type, value, marked)
  if (typeof special === 'string') return special
  return special === undefined ? pythonJSON(type, value, { marked }) : pythonJSON(anyType, special)
}

// A list given to a plain `str` field stands as numbered passages.
function numberedPassages(items: readonly unknown[]): string {
  const blobs = items.map((item) => passage(formatValue(anyType, item)))
  if (blobs.length === 0) return 'N/A'
  if (blobs.length === 1) return blobs[0] ?? ''
  return blobs.map((blob, index) => `[${index + 1}] ${blob}`).join('\n')
}

function passage(text: string): string {
  if (!/[\n«»]/.test(text)) return `«${text}»`
  return `«««\n    ${text.replaceAll('\n', '\n    ')}\n»»»`
}
