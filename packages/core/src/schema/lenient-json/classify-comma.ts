import { character } from './character.ts'
import type { LenientCursor } from './lenient-cursor.ts'

const specials = ['"', "'", '“', '”', '{', '['] as const
const endsOrQuotes = ['"', "'", '“', '”', '}'] as const

/** Says what a comma inside an object's string value is: the start of the next member, of a container in the text, or text. */
export function classifyComma(
  cursor: LenientCursor,
): 'member' | 'container' | 'text' | 'text-to-the-end' {
  const { lookup, text } = cursor
  const at = lookup.skipSpace(cursor.position + 1)
  const next = text.charAt(at)
  if (next === '' || next === '}') return 'member'
  if (character.isQuote(next)) return quotedKeyAt(cursor, at) ? 'member' : 'text'
  if (next === '`') return bareKeyEnd(cursor, at + 1) < 0 ? 'text' : 'member'
  if (character.isWord(next) || next === '_') {
    const colon = bareKeyEnd(cursor, at)
    if (colon >= 0 && hasPlainValue(cursor, colon + 1)) return 'member'
  }
  if (next === '{' || next === '[') return 'container'
  const special = lookup.nextAny(specials, at)
  if (special >= text.length) return 'text-to-the-end'
  return character.isQuote(text.charAt(special)) && quotedKeyAt(cursor, special) ? 'member' : 'text'
}

function quotedKeyAt(cursor: LenientCursor, quoteAt: number): boolean {
  const end = cursor.lookup.next(cursor.text.charAt(quoteAt), quoteAt + 1)
  return end < cursor.text.length && cursor.solidAt(end + 1) === ':'
}

/** Index of the colon after a bare word, -1 when there is none. */
function bareKeyEnd(cursor: LenientCursor, from: number): number {
  let at = from
  while (isKeyCharacter(cursor.text.charAt(at))) at++
  const colon = cursor.lookup.skipSpace(at)
  return cursor.text.charAt(colon) === ':' ? colon : -1
}

function isKeyCharacter(char: string): boolean {
  return character.isWord(char) || char === '_' || char === '-'
}

/** A colon in prose is common; only a value that looks like one, or an object that ends first, makes a member. */
function hasPlainValue(cursor: LenientCursor, from: number): boolean {
  const start = cursor.lookup.skipSpace(from)
  const first = cursor.text.charAt(start)
  if (character.isQuote(first) || character.isDigit(first)) return true
  if (first === '{' || first === '[' || first === '-') return true
  if (/^(?:true|false|null)(?:[\s,}\]]|$)/.test(cursor.text.slice(start, start + 6))) return true
  return cursor.text.charAt(cursor.lookup.nextAny(endsOrQuotes, start)) === '}'
}
