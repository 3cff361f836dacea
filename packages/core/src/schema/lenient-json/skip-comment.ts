import type { LenientCursor } from './lenient-cursor.ts'

/** Moves past one `#`, `//` or block comment, or past a lone slash. */
export function skipComment(cursor: LenientCursor): void {
  if (cursor.char() === '#') {
    skipUntil(cursor, hashStoppers(cursor))
  } else if (cursor.char(1) === '/') {
    skipUntil(cursor, ['\n', '\r'])
  } else if (cursor.char(1) === '*') {
    const end = cursor.text.indexOf('*/', cursor.position + 2)
    cursor.position = end < 0 ? cursor.text.length : end + 2
  } else {
    cursor.position++
  }
}

/** A `#` comment inside a container may be all that is left of the line: closers end it too. */
function hashStoppers(cursor: LenientCursor): string[] {
  const stoppers = ['\n', '\r']
  if (cursor.inside('item')) stoppers.push(']')
  if (cursor.inside('value')) stoppers.push('}')
  if (cursor.inside('key')) stoppers.push(':')
  return stoppers
}

function skipUntil(cursor: LenientCursor, stoppers: readonly string[]): void {
  while (!cursor.atEnd && !stoppers.includes(cursor.char())) cursor.position++
}
