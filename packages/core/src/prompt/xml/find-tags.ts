/** Something in a text that is no text: a tag, or a part that tags are not looked for in. */
export interface FoundTag {
  kind: 'open' | 'close' | 'empty' | 'cdata' | 'ignored'
  start: number
  end: number
  name: string
  attributes: string
}

const markup =
  /<!\[CDATA\[|<!--|<\?xml\b|<(\/?)([A-Za-z_\x80-\uffff][^\s<>/="'&]*)(\s[^<>]*?)?(\/?)>/g

/** What looks like XML markup in any text, in order, in time linear in its length. */
export function findTags(text: string): FoundTag[] {
  const found: FoundTag[] = []
  const unclosed = new Set<string>()
  markup.lastIndex = 0
  for (let match = markup.exec(text); match; match = markup.exec(text)) {
    const [whole, slash = '', name = '', attributes = '', ending = ''] = match
    const start = match.index
    if (name !== '') {
      const kind = slash !== '' ? 'close' : ending !== '' ? 'empty' : 'open'
      found.push({ kind, start, end: start + whole.length, name, attributes })
      continue
    }
    const terminator = whole === '<!--' ? '-->' : whole.startsWith('<?') ? '?>' : ']]>'
    // Looked for once in vain, it is not looked for again.
    const end = unclosed.has(terminator) ? -1 : text.indexOf(terminator, markup.lastIndex)
    if (end < 0) {
      unclosed.add(terminator)
      continue
    }
    const kind = terminator === ']]>' ? 'cdata' : 'ignored'
    markup.lastIndex = end + terminator.length
    found.push({ kind, start, end: markup.lastIndex, name, attributes })
  }
  return found
}
