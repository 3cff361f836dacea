import type { JSONValue } from '../json-value.ts'
import { LenientCursor } from './lenient-cursor.ts'
import type { LenientGrammar } from './lenient-grammar.ts'
import type { NumberReading } from './number-from.ts'
import { parseStrictJSON } from './parse-strict-json.ts'
import { readArray } from './read-array.ts'
import { readDocument } from './read-document.ts'
import { readObject } from './read-object.ts'
import { readString } from './read-string.ts'
import { readValue } from './read-value.ts'

/** Deeper nesting is no reply but an attack on the stack. */
const maxDepth = 500

/**
 * Reads JSON out of a model's reply: strictly if it can, else past fences, prose, comments, Python spelling and
 * missing or stray punctuation, with the outcome DSPy has; undefined when there is none. Linear time, never throws.
 */
export function parseLenientJSON(
  text: string,
  numbers: NumberReading = 'plain',
): JSONValue | undefined {
  const whole = parseStrictly(text, numbers)
  const strict = whole === undefined ? parseWithoutBrace(text, numbers) : whole
  if (strict !== undefined) return isTooDeep(strict) ? undefined : strict
  const cursor = new LenientCursor(unescapeDocument(text), numbers)
  const value = readDocument(cursor, grammarOf(cursor))
  return value === '' || cursor.tooDeep || isTooDeep(value) ? undefined : value
}

// A thrown SyntaxError costs twenty times a call's other work; most texts that are no JSON show it at once.
const jsonStart = /^\s*(?:["[{\d-]|true\b|false\b|null\b)/

function parseStrictly(text: string, numbers: NumberReading): JSONValue | undefined {
  return jsonStart.test(text) ? parseStrictJSON(text, numbers) : undefined
}

/** `"a": 1}` lost only its opening brace. */
function parseWithoutBrace(text: string, numbers: NumberReading): JSONValue | undefined {
  return /^\s*"[^"]*"\s*:/.test(text) ? parseStrictly(`{${text}`, numbers) : undefined
}

/** `{\"a\": 1}` is JSON that was escaped once too often, if all its quotes are. */
function unescapeDocument(text: string): string {
  const isEscaped = /^[^"'{]{0,200}\{\s{0,200}\\["']/.test(text) && !/(?<!\\)"/.test(text)
  return isEscaped ? text.replace(/\\(["'])/g, '$1') : text
}

function grammarOf(cursor: LenientCursor): LenientGrammar {
  let depth = 0
  const grammar: LenientGrammar = {
    value() {
      if (depth === maxDepth) {
        cursor.tooDeep = true
        cursor.position = cursor.text.length
        return ''
      }
      depth++
      const value = readValue(cursor, grammar)
      depth--
      return value
    },
    object: () => readObject(cursor, grammar),
    array: (closer) => readArray(cursor, grammar, closer),
    string: () => readString(cursor, grammar),
  }
  return grammar
}

function isTooDeep(root: JSONValue): boolean {
  let level: JSONValue[] = [root]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > maxDepth) return true
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    )
  }
  return false
}
