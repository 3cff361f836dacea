import { setOwnProperty } from '../../internal/set-own-property.ts'
import type { JSONObject } from '../json-object.ts'
import { character } from './character.ts'
import type { LenientCursor } from './lenient-cursor.ts'
import type { LenientGrammar } from './lenient-grammar.ts'

/** At the top level `{…}, "key": …` goes on with the same object. */
export function readStrayMembers(
  cursor: LenientCursor,
  grammar: LenientGrammar,
  object: JSONObject,
): void {
  cursor.skipSpace()
  if (cursor.char() !== ',') return
  cursor.position++
  cursor.skipSpace()
  if (!character.isQuote(cursor.char())) return
  const more = grammar.object()
  if (typeof more !== 'object' || more === null || Array.isArray(more)) return
  for (const [key, value] of Object.entries(more)) setOwnProperty(object, key, value)
}
