import { pythonFloat } from '../../internal/python-float.ts'
import type { FieldType } from '../field-type.ts'
import { isContentName, markContent } from './content-marker.ts'
import { isFloat } from './is-float.ts'
import { memberType } from './member-type.ts'

/**
 * JSON as Python's `json.dumps(ensure_ascii=False)` writes it: `", "` and `": "` between the parts, or
 * one part a line when `indent` (in spaces) is given. Numbers follow the declared type: a float is `3.0`.
 */
export function pythonJSON(type: FieldType, value: unknown, indent?: number): string {
  return write(type, value, indent, '\n')
}

function write(type: FieldType, value: unknown, indent: number | undefined, line: string): string {
  if (value === null || value === undefined) return 'null'
  if (type.kind === 'special' && isContentName(type.name)) {
    return JSON.stringify(markContent(type.name, value))
  }
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'boolean') return value ? 'true' : 'false'
  if (typeof value === 'number') return number(type, value)
  if (typeof value === 'bigint') return String(value)
  if (value instanceof Date) return JSON.stringify(value.toISOString())
  if (value instanceof Set) return write(type, [...value], indent, line)
  if (value instanceof Map) return write(type, Object.fromEntries(value), indent, line)
  const inner = indent === undefined ? line : line + ' '.repeat(indent)
  if (Array.isArray(value)) {
    const parts = value.map((item, index) => write(memberType(type, index), item, indent, inner))
    return enclose('[', parts, ']', indent, line, inner)
  }
  if (typeof value === 'object') {
    const parts = Object.entries(value)
      .filter(([, member]) => member !== undefined && typeof member !== 'function')
      .map(
        ([key, member]) =>
          `${JSON.stringify(key)}: ${write(memberType(type, key), member, indent, inner)}`,
      )
    return enclose('{', parts, '}', indent, line, inner)
  }
  return JSON.stringify(String(value))
}

function enclose(
  open: string,
  parts: string[],
  close: string,
  indent: number | undefined,
  line: string,
  inner: string,
): string {
  if (parts.length === 0) return open + close
  if (indent === undefined) return open + parts.join(', ') + close
  return `${open}${inner}${parts.join(`,${inner}`)}${line}${close}`
}

function number(type: FieldType, value: number): string {
  if (Number.isNaN(value)) return 'NaN'
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity'
  return isFloat(type, value) ? pythonFloat(value) : String(value)
}
