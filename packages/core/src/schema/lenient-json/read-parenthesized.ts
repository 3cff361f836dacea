import type { JSONValue } from '../json-value.ts'
import { character } from './character.ts'
import type { LenientCursor } from './lenient-cursor.ts'
import type { LenientGrammar } from './lenient-grammar.ts'

const opensValue = /^(?:[)({["'“”\-.\d]|true|false|null)/u

/** Reads a Python tuple or a value in parentheses; undefined, further on, when it is prose. */
export function readParenthesized(
  cursor: LenientCursor,
  grammar: LenientGrammar,
): JSONValue | undefined {
  const start = cursor.position
  const nested = cursor.scope !== undefined
  cursor.position++
  if (!nested && !opensLine(cursor, start)) return undefined
  const values = grammar.array(')')
  const [first] = values
  const single = values.length === 1 && first !== undefined && !endsWithComma(cursor, start)
  if (nested || endsLine(cursor)) return single ? first : values
  return single && typeof first === 'object' && first !== null ? first : undefined
}

/** At the top level only a parenthesis that begins a line and holds a value is one. */
function opensLine(cursor: LenientCursor, start: number): boolean {
  for (let at = start - 1; at >= 0; at--) {
    const char = cursor.text.charAt(at)
    if (char === '\n' || char === '\r') break
    if (!character.isSpace(char)) return false
  }
  const inner = cursor.lookup.skipSpace(start + 1)
  return opensValue.test(cursor.text.slice(inner, inner + 5))
}

function endsLine(cursor: LenientCursor): boolean {
  const solid = cursor.lookup.skipSpace(cursor.position)
  return solid >= cursor.text.length || cursor.text.slice(cursor.position, solid).includes('\n')
}

/** `(1,)` is a tuple of one, `(1)` is a 1. */
function endsWithComma(cursor: LenientCursor, start: number): boolean {
  let at = cursor.position - 1
  if (cursor.text.charAt(at) === ')') at--
  while (at > start && character.isSpace(cursor.text.charAt(at))) at--
  return cursor.text.charAt(at) === ','
}
