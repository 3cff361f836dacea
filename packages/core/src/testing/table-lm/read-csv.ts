import { OptionError } from '../../errors/option-error.ts'

const lineBreak = /\r\n|\n|\r/y

/**
 * The records of CSV (RFC 4180), the header too; lines may end in any way, and an empty one has one empty cell.
 * Throws `OptionError` for a quote that is never closed, or that is followed by more text.
 */
export function readCSV(text: string, separator = ','): string[][] {
  const reader = new CSVReader(text, separator)
  const records: string[][] = []
  while (!reader.isAtEnd) records.push(reader.record(records.length + 1))
  return records
}

class CSVReader {
  private readonly text: string
  private readonly separator: string
  private readonly plain: RegExp
  private position: number

  constructor(text: string, separator: string) {
    this.text = text
    this.separator = separator
    this.plain = new RegExp(`[^${separator}"\\r\\n]*`, 'y')
    // Spreadsheets begin a file of UTF-8 with this mark.
    this.position = text.startsWith('\uFEFF') ? 1 : 0
  }

  get isAtEnd(): boolean {
    return this.position >= this.text.length
  }

  record(row: number): string[] {
    const cells: string[] = []
    for (;;) {
      cells.push(this.text[this.position] === '"' ? this.quoted(row) : this.matched(this.plain))
      if (this.text[this.position] === this.separator) this.position += 1
      else if (this.isAtEnd || this.matched(lineBreak) !== '') return cells
      else throw unreadable(row, `has a quote within the text of cell ${cells.length}`)
    }
  }

  private quoted(row: number): string {
    const start = this.position + 1
    for (let end = start; ; end += 2) {
      end = this.text.indexOf('"', end)
      if (end < 0) throw unreadable(row, 'opens a quote that is never closed')
      if (this.text[end + 1] === '"') continue
      this.position = end + 1
      return this.text.slice(start, end).replaceAll('""', '"')
    }
  }

  private matched(pattern: RegExp): string {
    pattern.lastIndex = this.position
    const [found = ''] = pattern.exec(this.text) ?? []
    this.position += found.length
    return found
  }
}

function unreadable(row: number, what: string): OptionError {
  return new OptionError(
    'text',
    `is not CSV: row ${row} ${what}. Put cells that hold quotes in quotes, each quote in them twice.`,
  )
}
