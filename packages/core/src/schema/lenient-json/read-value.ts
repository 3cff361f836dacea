import type { JSONValue } from '../json-value.ts'
import { character } from './character.ts'
import type { LenientCursor } from './lenient-cursor.ts'
import type { LenientGrammar } from './lenient-grammar.ts'
import { readNumber } from './read-number.ts'
import { readParenthesized } from './read-parenthesized.ts'
import { readStrayMembers } from './read-stray-members.ts'
import { readWholeJSON } from './read-whole-json.ts'
import { skipComment } from './skip-comment.ts'
import { withoutLastBreaks } from './without-last-breaks.ts'

/** Reads the next value, passing over what cannot start one; '' when none is left. */
export function readValue(cursor: LenientCursor, grammar: LenientGrammar): JSONValue {
  const nested = cursor.scope !== undefined
  while (!cursor.atEnd) {
    const char = cursor.char()
    if (cursor.opensObject) {
      cursor.missingBraceAt = -1
      return grammar.object()
    }
    if (!nested && !cursor.isWholeTried && (char === '{' || char === '[')) {
      // One at the start and one further on are tried: trying all would not be linear.
      cursor.isWholeTried = cursor.position > 0
      const isFirst = cursor.position === cursor.lookup.skipSpace(0)
      const whole = readWholeJSON(cursor)
      if (whole !== undefined)
        return isFirst ? readOn(cursor, grammar, withoutLastBreaks(whole)) : whole
    }
    if (char === '{') {
      cursor.position++
      return grammar.object()
    }
    if (char === '[') {
      cursor.position++
      return grammar.array(']')
    }
    if (char === '(') {
      const value = readParenthesized(cursor, grammar)
      if (value !== undefined) return value
      continue
    }
    if (nested && (character.isQuote(char) || character.isLetter(char))) return grammar.string()
    if (nested && (character.isDigit(char) || char === '-' || char === '.')) {
      return readNumber(cursor, grammar)
    }
    if (char === '#' || (char === '/' && (nested || cursor.char(-1) !== ':'))) {
      skipComment(cursor)
      if (nested) return ''
      continue
    }
    cursor.position++
  }
  return ''
}

function readOn(cursor: LenientCursor, grammar: LenientGrammar, whole: JSONValue): JSONValue {
  const isObject = typeof whole === 'object' && whole !== null && !Array.isArray(whole)
  if (isObject) readStrayMembers(cursor, grammar, whole)
  return whole
}
