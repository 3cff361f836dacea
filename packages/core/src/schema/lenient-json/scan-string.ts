import { character } from './character.ts'
import { classifyComma } from './classify-comma.ts'
import { closesContainer } from './closes-container.ts'
import { keepsQuote } from './keeps-quote.ts'
import type { LenientCursor } from './lenient-cursor.ts'
import { readEscape } from './read-escape.ts'
import type { StringState } from './string-state.ts'

/** Reads a string's characters up to where it most likely ends; returns the character there, '' at the end of the text. */
export function scanString(cursor: LenientCursor, state: StringState): string {
  while (!cursor.atEnd && cursor.char() !== state.close) {
    if (state.bare && endsBareWord(cursor)) break
    if (cursor.scope === 'value' && cursor.char() === ',' && !state.inContainer) {
      const meaning = state.neverEnds ? 'text' : classifyComma(cursor)
      if (meaning === 'member') break
      state.neverEnds ||= meaning === 'text-to-the-end'
      state.expectsContainer = meaning === 'container'
      take(cursor, state)
      continue
    }
    if (state.trackContainer(cursor.char())) {
      take(cursor, state)
      continue
    }
    if (closesContainer(cursor, state)) break
    take(cursor, state)
    if (cursor.atEnd) break
    if (state.last === '\\' && readEscape(cursor, state)) continue
    if (endsUnclosedKey(cursor, state)) break
    if (cursor.char() === state.close && !readInnerQuote(cursor, state)) break
  }
  return cursor.char()
}

function take(cursor: LenientCursor, state: StringState): void {
  state.append(cursor.char())
  cursor.position++
}

function endsBareWord(cursor: LenientCursor): boolean {
  const char = cursor.char()
  if (cursor.scope === 'key') return char === ':' || character.isSpace(char)
  return cursor.scope === 'item' && (char === ']' || char === ',')
}

/** A colon inside a key ends it when no later pair of quotes could be the value and its end. */
function endsUnclosedKey(cursor: LenientCursor, state: StringState): boolean {
  if (cursor.char() !== ':' || state.bare || cursor.scope !== 'key') return false
  const valueStart = cursor.lookup.next(state.open, cursor.position + 1)
  if (valueStart >= cursor.text.length) return true
  const valueEnd = cursor.lookup.next(state.close, valueStart + 1)
  if (valueEnd >= cursor.text.length) return false
  const after = cursor.solidAt(valueEnd + 1)
  return after === ',' || after === '}'
}

/** Takes a quote that is part of the text; false when it ends the string. */
function readInnerQuote(cursor: LenientCursor, state: StringState): boolean {
  if (state.last === '\\') return false
  const inClass =
    cursor.scope === 'value' &&
    state.classStart >= 0 &&
    cursor.lookup.next(']', cursor.position + 1) < cursor.text.length
  if (!inClass && !keepsQuote(cursor, state)) return false
  take(cursor, state)
  return true
}
