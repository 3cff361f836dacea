import { character } from './character.ts'
import type { LenientCursor } from './lenient-cursor.ts'
import type { StringState } from './string-state.ts'

/** Whether the quote at the cursor, which could end the string, is text instead. */
export function keepsQuote(cursor: LenientCursor, state: StringState): boolean {
  if (state.doubled && cursor.char(1) === state.close) {
    cursor.position++
    return false
  }
  if (state.bare && cursor.scope === 'value') {
    if (opensNextKey(cursor, state)) cursor.position--
    return false
  }
  if (state.insideQuotes) {
    state.insideQuotes = false
    return true
  }
  const stop = nextStop(cursor, state)
  const char = cursor.text.charAt(stop)
  if (char === ',' && cursor.scope === 'value') return quoteBeforeComma(cursor, state, stop)
  if (char !== state.close || cursor.text.charAt(stop - 1) === '\\') return false
  return quoteBeforeQuote(cursor, state, stop)
}

/** A quote in a bare value may open the next key. */
function opensNextKey(cursor: LenientCursor, state: StringState): boolean {
  const end = nextQuote(cursor, state)
  return end < cursor.text.length && cursor.solidAt(end + 1) === ':'
}

function nextQuote(cursor: LenientCursor, state: StringState): number {
  let at = cursor.position + 1
  while (at < cursor.text.length && !isOwnQuote(cursor.text.charAt(at), state)) at++
  return at
}

function isOwnQuote(char: string, state: StringState): boolean {
  return char === state.close || char === state.open
}

/** The nearest quote, or the nearest mark that could rightly follow a closing quote here. */
function nextStop(cursor: LenientCursor, state: StringState): number {
  const marks = new Set<string>()
  if (cursor.inside('key')) marks.add(':').add('}')
  if (cursor.inside('value')) marks.add('}')
  if (cursor.inside('item')) marks.add(']').add(',')
  let isComma = cursor.scope === 'value'
  let at = cursor.position + 1
  for (; at < cursor.text.length; at++) {
    const char = cursor.text.charAt(at)
    if (isOwnQuote(char, state)) break
    if (isComma && character.isLetter(char)) isComma = false
    if (marks.has(char) || (isComma && char === ',')) break
  }
  return at
}

function quoteBeforeComma(cursor: LenientCursor, state: StringState, comma: number): boolean {
  const quote = cursor.lookup.next(state.close, comma + 1)
  const after = cursor.solidAt(quote + 1)
  return after === '}' || after === ','
}

function quoteBeforeQuote(cursor: LenientCursor, state: StringState, quote: number): boolean {
  const { lookup, text } = cursor
  const isMemberNext = cursor.scope === 'value' && memberFollows(cursor, quote)
  if (lookup.skipSpace(cursor.position + 1) >= quote && !isMemberNext) return false
  switch (cursor.scope) {
    case 'key':
      return true
    case 'value': {
      if (isMemberNext) return true
      const partner = lookup.next(state.close, quote + 1)
      const stop = lookup.nextAny([':', ',', ']', '}', state.close], partner + 1)
      if (text.charAt(stop) === ':') return false
      state.insideQuotes = !state.insideQuotes
      return true
    }
    case 'item': {
      const end = lookup.next(']', quote + 1)
      if (lookup.count(state.close, quote, end) % 2 === 1) return false
      state.insideQuotes = !state.insideQuotes
      return true
    }
    default:
      return false
  }
}

/** `, key:` after the quote. */
function memberFollows(cursor: LenientCursor, quote: number): boolean {
  const { lookup, text } = cursor
  const comma = lookup.skipSpace(quote + 1)
  if (text.charAt(comma) !== ',') return false
  const start = lookup.skipSpace(comma + 1)
  const first = text.charAt(start)
  if (character.isQuote(first)) {
    const end = lookup.next(first === '“' ? '”' : first, start + 1)
    return end < text.length && cursor.solidAt(end + 1) === ':'
  }
  return cursor.isBareKey(start)
}
