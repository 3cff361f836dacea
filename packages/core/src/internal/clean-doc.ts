import { pythonStripStart } from './python-strip.ts'

/** Removes the indentation that a text took from its source code, as Python's `inspect.cleandoc` does. */
export function cleanDoc(text: string): string {
  const [first = '', ...rest] = expandTabs(text).split('\n')
  const indents = rest.flatMap((line) => {
    const content = pythonStripStart(line)
    return content === '' ? [] : [line.length - content.length]
  })
  const margin = indents.length > 0 ? Math.min(...indents) : 0
  const lines = [pythonStripStart(first), ...rest.map((line) => line.slice(margin))]
  while (lines.length > 0 && lines.at(-1) === '') lines.pop()
  while (lines.length > 0 && lines[0] === '') lines.shift()
  return lines.join('\n')
}

function expandTabs(text: string): string {
  if (!text.includes('\t')) return text
  let expanded = ''
  let column = 0
  for (const character of text) {
    const width = character === '\t' ? 8 - (column % 8) : 1
    expanded += character === '\t' ? ' '.repeat(width) : character
    column = character === '\n' || character === '\r' ? 0 : column + width
  }
  return expanded
}
