import { isRecord } from '../../internal/is-record.ts'
import type { NumberReading } from '../../schema/lenient-json/number-from.ts'
import { parseLenientJSON } from '../../schema/lenient-json/parse-lenient-json.ts'
import type { Field } from '../../signature/field.ts'
import type { Signature } from '../../signature/signature.ts'
import { plainType } from '../plain-type.ts'
import { looseName } from './loose-name.ts'
import type { Reading } from './reading.ts'

/** The members of a JSON object that stands anywhere in the reply, by exact name or else by loose name. */
export const jsonReading: Reading = (signature, text) => {
  const found = read(signature, text, 'plain')
  const isText = ({ name, type }: Field): boolean =>
    plainType(type).kind === 'str' && typeof (found.get(name) ?? '') !== 'string'
  if (!signature.outputFields.some(isText)) return found
  // Where a text was asked for, a number counts as it is written: `3.0` is not `3`.
  const exact = read(signature, text, 'python')
  for (const field of signature.outputFields) {
    if (isText(field)) found.set(field.name, exact.get(field.name))
  }
  return found
}

function read(signature: Signature, text: string, numbers: NumberReading): Map<string, unknown> {
  const start = text.indexOf('{')
  if (start < 0) return new Map()
  const whole = parseLenientJSON(text, numbers)
  const object = isRecord(whole) ? whole : parseLenientJSON(fromBrace(text, start), numbers)
  if (!isRecord(object)) return new Map()
  const exact = members(signature, object, (name) => name)
  if (exact.size > 0) return exact
  const loose = members(signature, object, looseName)
  if (loose.size > 0) return loose
  // Some models wrap the object once more: { "response": { … } }.
  const [only, ...others] = Object.values(object)
  return isRecord(only) && others.length === 0 ? members(signature, only, looseName) : new Map()
}

// DSPy's way where the whole reply is no object: the first balanced pair of braces, else all from the first.
function fromBrace(text: string, start: number): string {
  let depth = 0
  for (let index = start; index < text.length; index += 1) {
    if (text[index] === '{') depth += 1
    if (text[index] === '}') depth -= 1
    if (depth === 0) return text.slice(start, index + 1)
  }
  return text.slice(start)
}

function members(
  signature: Signature,
  object: Readonly<Record<string, unknown>>,
  normalise: (name: string) => string,
): Map<string, unknown> {
  const byName = new Map(Object.entries(object).map(([name, value]) => [normalise(name), value]))
  const found = new Map<string, unknown>()
  for (const { name } of signature.outputFields) {
    const key = normalise(name)
    if (byName.has(key)) found.set(name, byName.get(key))
  }
  return found
}
