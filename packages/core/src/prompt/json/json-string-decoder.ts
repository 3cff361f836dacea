const plainText = /[^"\\]*/y
const shortEscapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
}

/** What one read of a JSON string gave. */
export interface DecodedText {
  decoded: string
  /** Position behind what was read. */
  next: number
  /** True when the closing quote was reached. */
  closed: boolean
}

/** Decodes the inside of a JSON string that arrives in pieces; an escape may be cut anywhere. */
export class JSONStringDecoder {
  private escape = ''

  /** False within an escape. */
  get isIdle(): boolean {
    return this.escape === ''
  }

  read(text: string, start: number): DecodedText {
    let decoded = ''
    let position = start
    while (position < text.length) {
      if (this.escape !== '') {
        this.escape += text[position] ?? ''
        position += 1
        decoded += this.takeEscape()
        continue
      }
      plainText.lastIndex = position
      const run = plainText.exec(text)?.[0] ?? ''
      decoded += run
      position += run.length
      if (text[position] === '"') return { decoded, next: position + 1, closed: true }
      if (text[position] === '\\') {
        this.escape = '\\'
        position += 1
      }
    }
    return { decoded, next: position, closed: false }
  }

  private takeEscape(): string {
    const kind = this.escape[1] ?? ''
    if (kind === 'u' && this.escape.length < 6) return ''
    const written = this.escape
    this.escape = ''
    if (kind !== 'u') return shortEscapes[kind] ?? kind
    const code = Number.parseInt(written.slice(2), 16)
    return Number.isNaN(code) ? written : String.fromCharCode(code)
  }
}
