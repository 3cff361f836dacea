import type { JSONValue } from '../json-value.ts'
import { type NumberReading, numberFrom } from './number-from.ts'

/** Faultless JSON; undefined for anything else. */
export function parseStrictJSON(text: string, numbers: NumberReading): JSONValue | undefined {
  try {
    const value: JSONValue = JSON.parse(text)
    return changed[numbers].test(text) ? withExactNumbers(text, numbers) : value
  } catch {
    return undefined
  }
}

/** Where a number may be that JSON.parse gives otherwise than `numberFrom`. */
const changed = { plain: /\d{16}/, python: /\d[.eE]|\d{16}/ }

const stringOrNumber = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/g

// Node tells a reviver the text of a number only since version 21.
function withExactNumbers(text: string, numbers: NumberReading): JSONValue {
  // No reply can hold a mark that was drawn after it was written.
  const mark = `number ${Math.random()} `
  const kept: (number | string)[] = []
  const marked = text.replace(stringOrNumber, (token) => {
    if (token.startsWith('"')) return token
    const value = numberFrom(token, numbers)
    return typeof value === 'number' ? token : `"${mark}${kept.push(value) - 1}"`
  })
  return JSON.parse(marked, (_key, value: unknown) =>
    typeof value === 'string' && value.startsWith(mark)
      ? kept[Number(value.slice(mark.length))]
      : value,
  )
}
