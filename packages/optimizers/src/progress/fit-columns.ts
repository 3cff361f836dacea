import { stripVTControlCharacters } from 'node:util'

// Control characters, and those that are invisible or turn the direction of a text.
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu
const mark = /^\p{M}$/u
// East Asian letters and pictures take two columns.
const wide =
  /^[\p{Extended_Pictographic}\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]$/u

/** A text in one line that a terminal shows as it is: without its control sequences and characters. */
export function plainLine(text: string): string {
  return stripVTControlCharacters(text).replaceAll(unprintable, ' ').trim()
}

/** The columns that a plain line takes on a terminal. */
export function columnsOf(text: string): number {
  return [...text].reduce((sum, character) => sum + columnsOfOne(character), 0)
}

/** The beginning of a plain line that fits into so many columns, with `...` where something is cut off. */
export function fitColumns(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text
  const dots = '...'.slice(0, Math.max(0, columns))
  let kept = ''
  let used = dots.length
  for (const character of text) {
    used += columnsOfOne(character)
    if (used > columns) break
    kept += character
  }
  return `${kept.trimEnd()}${dots}`
}

function columnsOfOne(character: string): number {
  if (mark.test(character)) return 0
  return wide.test(character) ? 2 : 1
}
