import type { Reading } from './reading.ts'

const header = /\[\[\s*##\s*([\p{L}\p{N}_]+)\s*##\s*\]\]/gu

/** Sections whose headers are indented, spaced otherwise, or stand in the middle of a line. */
export const looseSectionReading: Reading = (signature, text) => {
  const found = new Map<string, string>()
  const headers = [...text.matchAll(header)]
  for (const [index, match] of headers.entries()) {
    const name = match[1] ?? ''
    if (!Object.hasOwn(signature.outputs, name) || found.has(name)) continue
    const start = match.index + match[0].length
    found.set(name, text.slice(start, headers[index + 1]?.index).trim())
  }
  return found
}
