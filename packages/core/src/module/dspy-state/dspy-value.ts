import type { FieldType } from '../../schema/field-type.ts'
import { memberType } from '../../schema/format-value/member-type.ts'
import { isJSONObject } from '../../schema/json-object.ts'
import type { JSONValue } from '../../schema/json-value.ts'
import { readSpecial } from '../../schema/special/read-special.ts'
import { specialForms } from '../../schema/special/special-forms.ts'
import { specialNameFor } from '../../schema/special/special-name-for.ts'
import { toJSON } from '../../schema/special/to-json.ts'
import { fromContentBlock, toContentBlock } from './content-block.ts'

// Between these DSPy saves values that are blocks of a message; a wire fact.
const start = '<<CUSTOM-TYPE-START-IDENTIFIER>>'
const end = '<<CUSTOM-TYPE-END-IDENTIFIER>>'

/** A value of a demonstration that DSPy saved, its types as ours. Throws `InputError` for a damaged one. */
export function fromDSPyValue(type: FieldType, value: JSONValue): unknown {
  if (typeof value === 'string') return fromText(type, value)
  if (typeof value !== 'object' || value === null) return value
  if (type.kind === 'special') {
    const result = specialForms[type.name].read(value)
    return result.ok ? result.value : value
  }
  if (Array.isArray(value)) {
    return value.map((item, index) => fromDSPyValue(memberType(type, index), item))
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      fromDSPyValue(memberType(type, key), member),
    ]),
  )
}

/** A value as DSPy saves it in a demonstration. */
export function toDSPyValue(type: FieldType, value: unknown): JSONValue {
  if (typeof value !== 'object' || value === null) return toJSON(value)
  const name = specialNameFor(type, value)
  if (name !== undefined) {
    const { read, write } = specialForms[name]
    const result = read(value)
    const written = result.ok ? write(result.value) : toJSON(value)
    if (!isJSONObject(written)) return written
    const blocks = name === 'Citations' ? written['citations'] : toContentBlock(name, written)
    if (blocks === undefined) return written
    return `${start}${JSON.stringify(Array.isArray(blocks) ? blocks : [blocks])}${end}`
  }
  if (Array.isArray(value)) {
    return value.map((item, index) => toDSPyValue(memberType(type, index), item))
  }
  // A date, a URL and their like say themselves what JSON has of them.
  if ('toJSON' in value) return toJSON(value)
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, toDSPyValue(memberType(type, key), member)]),
  )
}

// A text that only holds a mark, beside other words, stays a text.
function fromText(type: FieldType, text: string): unknown {
  if (!text.startsWith(start) || text.indexOf(end) !== text.length - end.length) return text
  const blocks = parsed(text.slice(start.length, -end.length))
  if (!Array.isArray(blocks)) return text
  const [only, ...others] = blocks
  const isUncited = blocks.length === 0 && type.kind === 'special' && type.name === 'Citations'
  if (isUncited || (isJSONObject(only) && 'cited_text' in only))
    return readSpecial('Citations', blocks)
  return others.length > 0 ? text : (fromContentBlock(only) ?? text)
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
