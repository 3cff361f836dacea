import type { JSONValue } from '../json-value.ts'
import type { LenientCursor } from './lenient-cursor.ts'
import { parseStrictJSON } from './parse-strict-json.ts'

/** Reads the object or array at the cursor if it is faultless JSON, whatever follows it. */
export function readWholeJSON(cursor: LenientCursor): JSONValue | undefined {
  const end = endOfContainer(cursor.text, cursor.position)
  const value = parseStrictJSON(cursor.text.slice(cursor.position, end), cursor.numbers)
  if (value !== undefined) cursor.position = end
  return value
}

function endOfContainer(text: string, start: number): number {
  const token = /["{}[\]]/g
  const stringEnd = /["\\]/g
  token.lastIndex = start
  let depth = 0
  for (let found = token.exec(text); found; found = token.exec(text)) {
    if (found[0] === '"') token.lastIndex = endOfString(text, found.index + 1, stringEnd)
    else depth += found[0] === '{' || found[0] === '[' ? 1 : -1
    if (depth === 0) return found.index + 1
  }
  return text.length
}

function endOfString(text: string, start: number, stringEnd: RegExp): number {
  stringEnd.lastIndex = start
  for (let found = stringEnd.exec(text); found; found = stringEnd.exec(text)) {
    if (found[0] === '"') return found.index + 1
    stringEnd.lastIndex = found.index + 2
  }
  return text.length
}
