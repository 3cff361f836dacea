import type { JSONValue } from '../json-value.ts'
import { character } from './character.ts'
import type { LenientCursor } from './lenient-cursor.ts'
import type { LenientGrammar } from './lenient-grammar.ts'
import { numberFrom } from './number-from.ts'

const digits = '0123456789-.eE/,_'
const integer = /^-?\d+$/
const decimal = /^-?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE]-?\d+)?$/

/** Reads a number; what only looks like one (`1,234`, `2024-01-02`, `3/4`, `5kg`) stays text. */
export function readNumber(cursor: LenientCursor, grammar: LenientGrammar): JSONValue {
  const start = cursor.position
  const inArray = cursor.scope === 'item'
  while (!cursor.atEnd && digits.includes(cursor.char()) && !(inArray && cursor.char() === ',')) {
    cursor.position++
  }
  if (character.isLetter(cursor.char())) {
    cursor.position = start
    return grammar.string()
  }
  if (cursor.position > start && '-eE/,'.includes(cursor.char(-1))) cursor.position--
  const text = cursor.text.slice(start, cursor.position).replaceAll('_', '')
  return integer.test(text) || (/[.eE]/.test(text) && decimal.test(text))
    ? numberFrom(text, cursor.numbers)
    : text
}
