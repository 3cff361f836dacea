import type { Wire } from './task.ts'

const chatHeader = /^\[\[ ## (\w+) ## \]\]\s?/

/** The named values of a message in the chat or XML markup, trimmed; only the names given are looked for. */
export function readBlocks(
  text: string,
  names: readonly string[],
  wire: Wire,
): Map<string, string> {
  return wire === 'xml' ? readElements(text, names) : readHeaded(text, names)
}

function readHeaded(text: string, names: readonly string[]): Map<string, string> {
  const blocks = new Map<string, string>()
  let name: string | undefined
  let lines: string[] = []
  const close = (): void => {
    if (name !== undefined && !blocks.has(name)) blocks.set(name, lines.join('\n').trim())
    lines = []
  }
  for (const line of text.split('\n')) {
    const header = chatHeader.exec(line.trimStart())
    const found = header?.[1]
    if (
      header !== null &&
      found !== undefined &&
      (names.includes(found) || found === 'completed')
    ) {
      close()
      name = found
      lines.push(line.trimStart().slice(header[0].length))
    } else lines.push(line)
  }
  close()
  blocks.delete('completed')
  return blocks
}

function readElements(text: string, names: readonly string[]): Map<string, string> {
  const blocks = new Map<string, string>()
  for (const name of names) {
    const start = text.indexOf(`<${name}>`)
    const end = text.lastIndexOf(`</${name}>`)
    if (start < 0 || end < start) continue
    blocks.set(name, text.slice(start + name.length + 2, end).trim())
  }
  return blocks
}
