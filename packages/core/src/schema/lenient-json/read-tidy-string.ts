import type { LenientCursor } from './lenient-cursor.ts'

/** Reads a double-quoted string that needs no repair and stands where one should; else undefined. */
export function readTidyString(cursor: LenientCursor): string | undefined {
  if (cursor.char() !== '"') return undefined
  const start = cursor.position + 1
  const end = cursor.text.indexOf('"', start)
  if (end < 0 || !endsInPlace(cursor, end + 1)) return undefined
  const value = cursor.text.slice(start, end)
  if (/[\\\n\r]/.test(value)) return undefined
  cursor.position = end + 1
  return value
}

function endsInPlace(cursor: LenientCursor, after: number): boolean {
  const next = cursor.solidAt(after)
  switch (cursor.scope) {
    case 'key':
      return next === ':'
    case 'value':
      return next === '' || next === ',' || next === '}'
    case 'item':
      return next === '' || next === ',' || next === ']'
    default:
      return next === ''
  }
}
