import type { JSONValue } from '../json-value.ts'
import type { LenientCursor } from './lenient-cursor.ts'
import type { LenientGrammar } from './lenient-grammar.ts'
import { sameShape } from './same-shape.ts'

/** Reads all values of a text: one is itself, several are a list in which a repeat of the same shape replaces the one before. */
export function readDocument(cursor: LenientCursor, grammar: LenientGrammar): JSONValue {
  const values: JSONValue[] = [grammar.value()]
  while (!cursor.atEnd) {
    const separated = isAfterComma(cursor)
    const value = grammar.value()
    if (isFalsy(value)) {
      cursor.position++
      continue
    }
    const last = values.at(-1)
    if (last !== undefined && (isFalsy(last) || (!separated && sameShape(last, value))))
      values.pop()
    values.push(value)
  }
  const [only] = values
  return values.length === 1 && only !== undefined ? only : values
}

function isAfterComma(cursor: LenientCursor): boolean {
  if (cursor.solidAt(cursor.position) === ',') return true
  const before = cursor.text.slice(Math.max(0, cursor.position - 64), cursor.position)
  return before.trimEnd().endsWith(',')
}

/** What Python holds for false. */
function isFalsy(value: JSONValue): boolean {
  if (typeof value !== 'object' || value === null) return !value
  return Array.isArray(value) ? value.length === 0 : Object.keys(value).length === 0
}
