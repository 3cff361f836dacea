import { setOwnProperty } from '../../internal/set-own-property.ts'
import type { JSONObject } from '../json-object.ts'
import type { JSONValue } from '../json-value.ts'
import { appendRows } from './append-rows.ts'
import { character } from './character.ts'
import type { LenientCursor } from './lenient-cursor.ts'
import type { LenientGrammar } from './lenient-grammar.ts'
import { readStrayMembers } from './read-stray-members.ts'

/** Reads members up to the closing brace; what turns out to have no member at all is read as a set. */
export function readObject(cursor: LenientCursor, grammar: LenientGrammar): JSONValue {
  const start = cursor.position
  const object = readMembers(cursor, grammar)
  if (Object.keys(object).length === 0 && cursor.position - start > 2) {
    const items = readSet(cursor, grammar, start)
    if (items !== undefined) return items
  }
  if (cursor.scope === 'item' && cursor.char() === '}' && !cursor.opensObject) cursor.position++
  if (cursor.scope === undefined) readStrayMembers(cursor, grammar, object)
  return object
}

function readMembers(cursor: LenientCursor, grammar: LenientGrammar): JSONObject {
  const object: JSONObject = {}
  const isValue = cursor.scope === 'value'
  let lastKey: string | undefined
  while (!cursor.atEnd && cursor.char() !== '}') {
    cursor.skipSpace()
    if (cursor.char() === ':') cursor.position++
    const { key, start } = readKey(
      cursor,
      grammar,
      lastKey === undefined ? undefined : object[lastKey],
    )
    const repeated = cursor.inside('item') && !isValue && Object.hasOwn(object, key)
    if (repeated && !isPlainDuplicate(cursor, start)) {
      cursor.missingBraceAt = start
      cursor.position = start
      return object
    }
    cursor.skipSpace()
    if (cursor.atEnd || cursor.char() === '}') continue
    cursor.position++
    setOwnProperty(object, key, readMemberValue(cursor, grammar))
    lastKey = key
    if (cursor.char() !== '' && `,'"`.includes(cursor.char())) cursor.position++
    // An array's closer ends the objects in it as well.
    if (cursor.char() === ']' && cursor.inside('item')) return object
    cursor.skipSpace()
  }
  cursor.position++
  return object
}

function readKey(
  cursor: LenientCursor,
  grammar: LenientGrammar,
  previous: JSONValue | undefined,
): { key: string; start: number } {
  return cursor.within('key', () => {
    let start = cursor.position
    while (!cursor.atEnd) {
      start = cursor.position
      if (cursor.char() === '[' && Array.isArray(previous)) {
        cursor.position++
        appendRows(previous, grammar.array(']'))
        cursor.skipSpace()
        if (cursor.char() === ',') cursor.position++
        cursor.skipSpace()
        continue
      }
      const key = String(grammar.string())
      if (key !== '') return { key, start }
      cursor.skipSpace()
      if (cursor.char() === ':' || cursor.char() === '}') break
    }
    return { key: '', start }
  })
}

function readMemberValue(cursor: LenientCursor, grammar: LenientGrammar): JSONValue {
  return cursor.within('value', () => {
    cursor.skipSpace()
    return cursor.char() === ',' || cursor.char() === '}' ? '' : grammar.value()
  })
}

/** `, "key":` repeats a key on purpose; anything less tidy is the next object without its brace. */
function isPlainDuplicate(cursor: LenientCursor, keyStart: number): boolean {
  let before = keyStart - 1
  while (character.isSpace(cursor.text.charAt(before))) before--
  return (
    character.isQuote(cursor.text.charAt(keyStart)) &&
    cursor.text.charAt(before) === ',' &&
    cursor.solidAt(cursor.position) === ':'
  )
}

function readSet(
  cursor: LenientCursor,
  grammar: LenientGrammar,
  start: number,
): JSONValue[] | undefined {
  if (!cursor.mayReread(cursor.position - start)) return undefined
  const body = cursor.text.slice(start, cursor.position).replace(/\}$/, '')
  if (body.trim() === '' || withoutQuoted(body).includes(':')) return undefined
  cursor.position = start
  return cursor.within('key', () => grammar.array(']'))
}

function withoutQuoted(body: string): string {
  return body.replace(/\\.|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/gs, '')
}
