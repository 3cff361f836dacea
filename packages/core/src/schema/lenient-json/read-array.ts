import type { JSONValue } from '../json-value.ts'
import { character } from './character.ts'
import type { LenientCursor } from './lenient-cursor.ts'
import type { LenientGrammar } from './lenient-grammar.ts'

/** Reads items up to the closer; a closing brace or the end of the text closes an array too. */
export function readArray(
  cursor: LenientCursor,
  grammar: LenientGrammar,
  closer: ']' | ')',
): JSONValue[] {
  const items: JSONValue[] = []
  cursor.within('item', () => {
    cursor.skipSpace()
    while (!cursor.atEnd && (cursor.opensObject || !`${closer}}`.includes(cursor.char()))) {
      const item = startsMember(cursor) ? grammar.object() : readItem(cursor, grammar)
      if (isEmpty(item) && cursor.char() !== closer && cursor.char() !== ',') cursor.position++
      else if (item !== '...' || cursor.char(-1) !== '.') items.push(item)
      skipSeparators(cursor)
    }
    cursor.position++
  })
  return items
}

function skipSeparators(cursor: LenientCursor): void {
  const isBetween = (char: string): boolean => char === ',' || character.isSpace(char)
  while (!cursor.opensObject && isBetween(cursor.char())) cursor.position++
}

function readItem(cursor: LenientCursor, grammar: LenientGrammar): JSONValue {
  return character.isQuote(cursor.char()) && !cursor.opensObject
    ? grammar.string()
    : grammar.value()
}

/** `"name": …` among the items is an object that lost its brace. */
function startsMember(cursor: LenientCursor): boolean {
  const quote = cursor.char()
  if (!character.isQuote(quote) || cursor.opensObject) return false
  const end = cursor.lookup.next(quote, cursor.position + 1)
  return cursor.solidAt(end + 1) === ':'
}

function isEmpty(value: JSONValue): boolean {
  if (typeof value === 'string' || Array.isArray(value)) return value.length === 0
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0
}
