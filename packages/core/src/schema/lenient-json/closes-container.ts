import type { LenientCursor } from './lenient-cursor.ts'
import type { StringState } from './string-state.ts'

/** Closing quotes looked at behind a code fence before it is taken for the end of the reply. */
const fenceQuotes = 8

/** Whether a bracket inside a string closes the object or array around it, the string's own quote having been left out. */
export function closesContainer(cursor: LenientCursor, state: StringState): boolean {
  const char = cursor.char()
  const isValueBrace = char === '}' && cursor.scope === 'value'
  if (isValueBrace && state.last !== state.close) {
    if (state.openBraces > 0) return false
    if (lacksClosingQuote(cursor, state)) return true
  }
  if (char === ']' && cursor.inside('item') && state.last !== state.close) {
    return cursor.lookup.next(state.close, cursor.position) >= cursor.text.length
  }
  if (!isValueBrace) return false
  const next = cursor.lookup.skipSpace(cursor.position + 1)
  if (cursor.text.startsWith('```', next)) return !fenceBelongsToString(cursor, state, next + 3)
  return next >= cursor.text.length
}

function lacksClosingQuote(cursor: LenientCursor, state: StringState): boolean {
  const { lookup, text, position } = cursor
  const quote = lookup.next(state.close, position + 1)
  if (quote >= text.length) {
    if (lookup.next(':', position + 1) < text.length) return true
    const solid = lookup.skipSpace(position + 1)
    return cursor.char(1) !== '\\' && lookup.next('}', solid) - solid <= 1
  }
  if (cursor.char(1) === '\\') return false
  const after = lookup.skipSpace(quote + 1)
  if (after >= text.length || text.charAt(after) === ',' || text.charAt(after) === '}') return false
  const opening = lookup.next(state.open, after)
  if (opening >= text.length) return false
  const beyond = cursor.solidAt(opening + 1)
  return beyond === '' || beyond === ':'
}

/** A fence with a proper closing quote after it is a snippet in the text. */
function fenceBelongsToString(cursor: LenientCursor, state: StringState, from: number): boolean {
  let quote = cursor.lookup.next(state.close, from)
  for (let seen = 0; seen < fenceQuotes && quote < cursor.text.length; seen++) {
    const after = cursor.solidAt(quote + 1)
    if (after === '' || ',}]'.includes(after)) return true
    quote = cursor.lookup.next(state.close, quote + 1)
  }
  return false
}
