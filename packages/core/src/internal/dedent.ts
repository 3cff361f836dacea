/** Removes what all lines are indented by, and blank lines' spaces, as Python's `textwrap.dedent` does. */
export function dedent(text: string): string {
  const lines = text.split('\n').map((line) => (/^[ \t]+$/.test(line) ? '' : line))
  let margin: string | undefined
  for (const line of lines) {
    const indent = /^[ \t]*/.exec(line)?.[0] ?? ''
    if (indent.length < line.length) margin = margin === undefined ? indent : shared(margin, indent)
  }
  const width = margin?.length ?? 0
  return width === 0 ? lines.join('\n') : lines.map((line) => line.slice(width)).join('\n')
}

function shared(a: string, b: string): string {
  let length = 0
  while (length < a.length && a[length] === b[length]) length += 1
  return a.slice(0, length)
}
