import { lineBreak } from '../../internal/line-break.ts'
import { looseName } from './loose-name.ts'
import type { Reading } from './reading.ts'

// A label is the first thing on its line, perhaps behind a bullet, a number or emphasis.
const label =
  /^[\s>*#_`"'-]{0,12}(?:\d{1,2}[.)]\s?)?[*_`"']{0,3}([\p{L}\p{N}_ -]{1,64}?)\s?[*_`"']{0,3}\s?[:=]/u
const labelCharacters = 100

/** Lines such as `Category: billing` or `**confidence** : 0.9`; a value runs to the next label. */
export const labelReading: Reading = (signature, text) => {
  const names = new Map(signature.outputFields.map(({ name }) => [looseName(name), name]))
  const found = new Map<string, string>()
  let name: string | undefined
  let lines: string[] = []
  const close = (): void => {
    if (name !== undefined && !found.has(name)) found.set(name, clean(lines.join('\n')))
  }
  for (const line of text.split(lineBreak)) {
    const match = label.exec(line.slice(0, labelCharacters))
    const next = match ? names.get(looseName(match[1] ?? '')) : undefined
    if (!match || next === undefined) {
      lines.push(line)
      continue
    }
    close()
    name = next
    lines = [line.slice(match[0].length)]
  }
  close()
  return found
}

// `**Category:** billing` leaves the closing emphasis in front of the value.
function clean(value: string): string {
  return value.replace(/^\s{0,8}[*_`]{1,3}(?=\s)/, '').trim()
}
