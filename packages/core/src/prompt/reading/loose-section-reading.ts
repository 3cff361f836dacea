import type { Reading } from './reading.ts'

const header = /\[\[\s*##\s*([\p{L}\p{N}_]+)\s*##\s*\]\]/gu

/**
 * Sections whose headers are indented, spaced otherwise, or stand in the middle of a line. A name that
 * stands at the head of a line too is only told of in the middle of others.
 */
export const looseSectionReading: Reading = (signature, text) => {
  const found = new Map<string, string>()
  const all = [...text.matchAll(header)]
  const heads = new Set(all.filter(({ index }) => startsLine(text, index)))
  const headed = new Set([...heads].map(([, name]) => name))
  const headers = all.filter((match) => heads.has(match) || !headed.has(match[1]))
  for (const [index, match] of headers.entries()) {
    const name = match[1] ?? ''
    if (!Object.hasOwn(signature.outputs, name) || found.has(name)) continue
    const start = match.index + match[0].length
    found.set(name, text.slice(start, headers[index + 1]?.index).trim())
  }
  return found
}

const indent = 8

function startsLine(text: string, index: number): boolean {
  const before =
    index > indent ? text.slice(index - indent - 1, index) : `\n${text.slice(0, index)}`
  return /[\n\r][\t >*#]*$/.test(before)
}
