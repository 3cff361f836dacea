import type { JSONValue } from '../json-value.ts'
import { character } from './character.ts'
import type { LenientCursor } from './lenient-cursor.ts'
import type { LenientGrammar } from './lenient-grammar.ts'
import { readTidyString } from './read-tidy-string.ts'
import { scanString } from './scan-string.ts'
import { skipComment } from './skip-comment.ts'
import { StringState } from './string-state.ts'

const words: readonly (readonly [string, JSONValue])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
]

/** Reads a string with whatever is wrong with its quotes and escapes, or a bare word. */
export function readString(cursor: LenientCursor, grammar: LenientGrammar): JSONValue {
  if (cursor.char() === '#' || cursor.char() === '/') {
    skipComment(cursor)
    return ''
  }
  while (!cursor.atEnd && !character.isQuote(cursor.char()) && !character.isWord(cursor.char())) {
    cursor.position++
  }
  if (cursor.atEnd) return ''
  const tidy = readTidyString(cursor)
  if (tidy !== undefined) return tidy
  return readUntidyString(cursor, grammar)
}

function readUntidyString(cursor: LenientCursor, grammar: LenientGrammar): JSONValue {
  const isBare = !character.isQuote(cursor.char())
  const word = isBare && cursor.scope !== 'key' ? readWord(cursor) : undefined
  if (word !== undefined) return word
  const state = new StringState(isBare ? '' : cursor.char().replace('”', '"'))
  if (!isBare) cursor.position++
  if (cursor.text.startsWith('```json', cursor.position)) {
    const fence = cursor.lookup.next('`', cursor.position + 7)
    if (cursor.text.startsWith('```', fence)) {
      cursor.position += 7
      return grammar.value()
    }
  }
  if (cursor.char() === state.open && openDoubled(cursor, state)) return ''
  const end = scanString(cursor, state)
  return finish(cursor, state, end)
}

function readWord(cursor: LenientCursor): JSONValue | undefined {
  const start = cursor.text.slice(cursor.position, cursor.position + 5).toLowerCase()
  const found = words.find(([word]) => start.startsWith(word))
  if (found === undefined) return undefined
  cursor.position += found[0].length
  return found[1]
}

/** Sorts out two quotes in a row; true when they are an empty string, now behind the cursor. */
function openDoubled(cursor: LenientCursor, state: StringState): boolean {
  const after = cursor.char(1)
  if (after !== '' && closers(cursor).includes(after)) {
    cursor.position++
    return true
  }
  if (after === state.open) return true
  const end = cursor.lookup.next(state.close, cursor.position + 1)
  if (cursor.text.charAt(end + 1) === state.close) {
    state.doubled = true
    cursor.position++
    return false
  }
  const next = cursor.solidAt(cursor.position + 1)
  if (character.isQuote(next) || next === '{' || next === '[') {
    cursor.position++
    return true
  }
  if (next !== ',' && next !== ']' && next !== '}') cursor.position++
  return false
}

function closers(cursor: LenientCursor): string {
  switch (cursor.scope) {
    case 'key':
      return ':'
    case 'value':
      return ',}'
    case 'item':
      return ',]'
    default:
      return ''
  }
}

function finish(cursor: LenientCursor, state: StringState, end: string): string {
  if (end !== '' && state.bare && cursor.scope === 'key' && character.isSpace(end)) {
    cursor.skipSpace()
    // A bare word with neither a colon nor a comma after it was a remark, not a key.
    if (cursor.char() !== ':' && cursor.char() !== ',') return ''
  }
  const isClosed = end === state.close
  if (isClosed) cursor.position++
  const text = state.text
  return !isClosed || state.bare || text.endsWith('\n') ? text.trimEnd() : text
}
