import { lineBreak } from '../../internal/line-break.ts'
import { pythonStrip, pythonStripStart } from '../../internal/python-strip.ts'
import type { Reading } from './reading.ts'

// Python's `\w` is any letter or digit.
const header = /^\[\[ ## ([\p{L}\p{N}_]+) ## \]\]/u

/**
 * Sections under `[[ ## name ## ]]` lines, exactly as DSPy's ChatAdapter reads them: the first section
 * of a name counts, and what follows a header on its line belongs to the section. Where the line is
 * indented, DSPy cuts the header off by its own length, so the tail of the header stays; so it does here.
 */
export const sectionReading: Reading = (signature, text) => {
  const found = new Map<string, string>()
  if (!text.includes('[[ ## ')) return found
  let name: string | undefined
  let lines: string[] = []
  const close = (): void => {
    if (name !== undefined && Object.hasOwn(signature.outputs, name) && !found.has(name)) {
      found.set(name, pythonStrip(lines.join('\n')))
    }
  }
  for (const line of text.split(lineBreak)) {
    const match = header.exec(pythonStripStart(line))
    if (!match) {
      lines.push(line)
      continue
    }
    close()
    name = match[1]
    const rest = pythonStrip(line.slice(match[0].length))
    lines = rest === '' ? [] : [rest]
  }
  close()
  return found
}
