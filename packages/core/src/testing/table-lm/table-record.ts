import { OutcomeCellError } from './outcome-cell-error.ts'

const numeral = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i

/** A line of a table, read by the names of its columns. */
export class TableRecord {
  readonly row: number
  private readonly cells: Readonly<Record<string, unknown>>

  constructor(row: number, cells: Readonly<Record<string, unknown>>) {
    this.row = row
    this.cells = cells
  }

  /** The text of a cell without white space around it; undefined when it is blank. */
  text(column: string): string | undefined {
    const value = Object.hasOwn(this.cells, column) ? this.cells[column] : undefined
    if (value === undefined || value === null) return undefined
    if (typeof value === 'object' || typeof value === 'function' || typeof value === 'symbol') {
      throw this.error(column, `holds ${typeof value}; write a text or a number.`)
    }
    return String(value).trim() || undefined
  }

  /** The text of a cell that may not be blank; throws `OutcomeCellError`. */
  filled(column: string): string {
    const text = this.text(column)
    if (text === undefined) throw this.error(column, 'is blank; every line needs it.')
    return text
  }

  /** A number from 0 on, times `factor`; throws `OutcomeCellError`. */
  amount(column: string | undefined, factor: number): number | undefined {
    const text = column === undefined ? undefined : this.text(column)
    if (column === undefined || text === undefined) return undefined
    const value = numeral.test(text) ? Number(text) : Number.NaN
    if (Number.isFinite(value) && value >= 0) return value * factor
    throw this.error(column, `holds "${text}"; write a number from 0 on, or leave it blank.`)
  }

  /** A number in [0, 1]; true and false are 1 and 0. Throws `OutcomeCellError`. */
  score(column: string | undefined): number | undefined {
    const text = column === undefined ? undefined : this.text(column)
    if (column === undefined || text === undefined) return undefined
    if (/^(?:true|false)$/i.test(text)) return text.toLowerCase() === 'true' ? 1 : 0
    const value = numeral.test(text) ? Number(text) : Number.NaN
    if (value >= 0 && value <= 1) return value
    throw this.error(column, `holds "${text}"; a score is a number in [0, 1], or true or false.`)
  }

  error(column: string, problem: string): OutcomeCellError {
    return new OutcomeCellError({ row: this.row, column }, problem)
  }
}
