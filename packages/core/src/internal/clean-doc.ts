/** Removes the indentation that a text took from its source code, as Python's `inspect.cleandoc` does. */
export function cleanDoc(text: string): string {
  const [first = '', ...rest] = expandTabs(text).split('\n')
  const indents = rest.filter((line) => line.trim() !== '').map((line) => line.search(/\S/))
  const margin = indents.length > 0 ? Math.min(...indents) : 0
  const lines = [first.trimStart(), ...rest.map((line) => line.slice(margin))]
  while (lines.length > 0 && lines.at(-1) === '') lines.pop()
  while (lines.length > 0 && lines[0] === '') lines.shift()
  return lines.join('\n')
}

function expandTabs(text: string): string {
  if (!text.includes('\t')) return text
  return text
    .split('\n')
    .map((line) => {
      let expanded = ''
      for (const character of line) {
        expanded += character === '\t' ? ' '.repeat(8 - (expanded.length % 8)) : character
      }
      return expanded
    })
    .join('\n')
}
