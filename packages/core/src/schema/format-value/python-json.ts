import { isRecord } from '../../internal/is-record.ts'
import { jsonString } from '../../internal/json-string.ts'
import { pythonFloat } from '../../internal/python-float.ts'
import type { FieldType } from '../field-type.ts'
import { isFloat } from './is-float.ts'
import { memberType } from './member-type.ts'
import { specialJSON } from './special-json.ts'

/** How JSON is laid out, and what stands for images and other media in it. */
export interface PythonJSONOptions {
  /** Spaces to indent by; without it all stands on one line. */
  readonly indent?: number
  /** How many steps in the whole stands within something that is indented. */
  readonly depth?: number
  /** True writes a mark where a part of the message belongs; see `content-marker.ts`. */
  readonly marked?: boolean
}

const plain: PythonJSONOptions = {}

/**
 * JSON as Python's `json.dumps(ensure_ascii=False)` writes it: `", "` and `": "` between the parts, or
 * one part a line. Numbers follow the declared type: a float is `3.0`.
 */
export function pythonJSON(
  type: FieldType,
  value: unknown,
  options: PythonJSONOptions = plain,
): string {
  const { indent = 0, depth = 0 } = options
  return write(type, value, options, depth === 0 ? '\n' : `\n${' '.repeat(indent * depth)}`)
}

function write(type: FieldType, value: unknown, options: PythonJSONOptions, line: string): string {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'string') return jsonString(value)
  if (typeof value === 'boolean') return value ? 'true' : 'false'
  if (typeof value === 'number') return number(type, value)
  if (typeof value === 'bigint') return String(value)
  if (typeof value !== 'object') return JSON.stringify(String(value))
  const special = specialJSON(type, value, options.marked === true)
  if (special !== undefined) return write({ kind: 'any' }, special, options, line)
  if (value instanceof Date) return JSON.stringify(value.toISOString())
  if (value instanceof Set) return write(type, [...value], options, line)
  if (value instanceof Map) return write(type, Object.fromEntries(value), options, line)
  const inner = options.indent === undefined ? line : line + ' '.repeat(options.indent)
  const gap = options.indent === undefined ? ', ' : `,${inner}`
  let text = ''
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) {
      const item = write(memberType(type, index), value[index], options, inner)
      text += index === 0 ? item : gap + item
    }
    return enclose('[', text, ']', options, line, inner)
  }
  // Arrays are done with, so it always is one.
  if (!isRecord(value)) return 'null'
  for (const key of Object.keys(value)) {
    const member = value[key]
    if (member === undefined || typeof member === 'function') continue
    if (text !== '') text += gap
    text += `${jsonString(key)}: ${write(memberType(type, key), member, options, inner)}`
  }
  return enclose('{', text, '}', options, line, inner)
}

function enclose(
  open: string,
  content: string,
  close: string,
  { indent }: PythonJSONOptions,
  line: string,
  inner: string,
): string {
  if (content === '' || indent === undefined) return open + content + close
  return `${open}${inner}${content}${line}${close}`
}

// JSON has no infinities, so pydantic writes null for them.
function number(type: FieldType, value: number): string {
  if (!Number.isFinite(value)) return 'null'
  return isFloat(type, value) ? pythonFloat(value) : String(value)
}
