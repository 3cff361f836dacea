import { character } from './character.ts'
import type { LenientCursor } from './lenient-cursor.ts'

const closerOf: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')' }
const startsItem = /^[\])"'“”\-{[(tfn\p{Nd}]/u

/** Index behind the container that opens at the cursor if its brackets balance; undefined if they do not. */
export function endOfContainer(cursor: LenientCursor): number | undefined {
  const { text, lookup } = cursor
  const closers = [closerOf[cursor.char()]]
  for (let at = cursor.position + 1; at < text.length; at++) {
    const char = text.charAt(at)
    if (character.isQuote(char)) {
      at = lookup.next(char === '“' ? '”' : char, at + 1)
    } else if (closerOf[char] !== undefined && opensNested(cursor, at)) {
      closers.push(closerOf[char])
    } else if (char === closers.at(-1)) {
      closers.pop()
      if (closers.length === 0) return at + 1
    }
  }
  return undefined
}

/** A bracket in prose stands behind a word; one that nests stands behind another bracket, a comma or a colon. */
function opensNested(cursor: LenientCursor, at: number): boolean {
  const { text } = cursor
  let before = at - 1
  while (character.isSpace(text.charAt(before))) before--
  const previous = text.charAt(before)
  if (previous !== ',' && previous !== ':') return closerOf[previous] !== undefined
  const next = cursor.solidAt(at + 1)
  if (text.charAt(at) !== '{') return startsItem.test(next)
  return next === '}' || character.isQuote(next) || (previous === ':' && cursor.isBareKey(at + 1))
}
