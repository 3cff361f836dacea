import { character } from './character.ts'
import { classifyComma } from './classify-comma.ts'
import { closesContainer } from './closes-container.ts'
import { endOfContainer } from './end-of-container.ts'
import { keepsQuote } from './keeps-quote.ts'
import type { LenientCursor } from './lenient-cursor.ts'
import { readEscape } from './read-escape.ts'
import type { StringState } from './string-state.ts'

const plainInQuotes = /[^"'“”,:{}[\]\\`]+/y
const plainInWord = /[^\s"'“”,:{}[\]\\`]+/y

/** Reads a string's characters up to where it most likely ends; returns the character there, '' at the end of the text. */
export function scanString(cursor: LenientCursor, state: StringState): string {
  while (!cursor.atEnd && cursor.char() !== state.close) {
    if (state.bare && endsBareWord(cursor)) break
    if (takeContainer(cursor, state)) continue
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
    takeRun(cursor, state)
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

/** Takes a balanced container that is text: one after a comma that was, or `{word: …}`. */
function takeContainer(cursor: LenientCursor, state: StringState): boolean {
  const char = cursor.char()
  const isObject = cursor.scope === 'value' && char === '{' && cursor.char(-1) !== '\\'
  const isText = state.expectsContainer || (isObject && cursor.isBareKey(cursor.position + 1))
  if (!isText || !'{[('.includes(char) || state.last === '\\') return false
  if (!cursor.mayReread(0)) return false
  const end = endOfContainer(cursor)
  if (!cursor.mayReread((end ?? cursor.text.length) - cursor.position) || end === undefined)
    return false
  state.appendContainer(cursor.text.slice(cursor.position, end))
  cursor.position = end
  return true
}

/** Takes the characters up to the next one that could mean something, at least one. */
function takeRun(cursor: LenientCursor, state: StringState): void {
  const run = state.bare ? plainInWord : plainInQuotes
  run.lastIndex = cursor.position
  const text = run.exec(cursor.text)?.[0]
  if (text === undefined) {
    take(cursor, state)
  } else {
    state.appendPlain(text)
    cursor.position += text.length
  }
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
  const isInClass =
    cursor.scope === 'value' &&
    state.inClass &&
    cursor.lookup.next(']', cursor.position + 1) < cursor.text.length
  if (!isInClass && !keepsQuote(cursor, state)) return false
  take(cursor, state)
  return true
}
