import { character } from './character.ts'
import type { LenientCursor } from './lenient-cursor.ts'
import type { StringState } from './string-state.ts'

const controls: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', b: '\b' }

/** Completes an escape whose backslash was just taken; false when it is none and the backslash is text. */
export function readEscape(cursor: LenientCursor, state: StringState): boolean {
  const char = cursor.char()
  if (char === '\\' && readBackslashes(cursor, state)) return true
  const control = controls[char]
  if (control !== undefined || char === state.close || char === '\\') {
    state.replaceLast(control ?? char)
    cursor.position++
    while (state.last === '\\' && (cursor.char() === '\\' || cursor.char() === state.close)) {
      state.replaceLast(cursor.char())
      cursor.position++
    }
    return true
  }
  const code = codeAt(cursor, char)
  if (code !== undefined) {
    state.replaceLast(String.fromCharCode(Number.parseInt(code, 16)))
    cursor.position += 1 + code.length
    return true
  }
  if (!character.isQuote(char)) return false
  state.replaceLast(char)
  cursor.position++
  return true
}

/** An even run of backslashes that does not lead to the closing quote stands for half as many. */
function readBackslashes(cursor: LenientCursor, state: StringState): boolean {
  let end = cursor.position
  while (cursor.text.charAt(end) === '\\') end++
  const length = end - cursor.position + 1
  if (length % 2 === 1 || cursor.text.charAt(end) === state.close) return false
  state.replaceLast('')
  for (let half = 0; half < length / 2; half++) state.append('\\')
  cursor.position = end
  return true
}

function codeAt(cursor: LenientCursor, kind: string): string | undefined {
  if (kind !== 'u' && kind !== 'x') return undefined
  const start = cursor.position + 1
  const code = cursor.text.slice(start, start + (kind === 'u' ? 4 : 2))
  return /^(?:[\da-f]{4}|[\da-f]{2})$/i.test(code) && code.length === (kind === 'u' ? 4 : 2)
    ? code
    : undefined
}
