import { OptionError } from '../../errors/option-error.ts'

/** Where a cell stands. */
export interface CellPlace {
  /** Of CSV as a spreadsheet counts, the header being row 1; of `fromRows` the index of the row. */
  readonly row: number
  readonly column: string
}

/** A cell of a table of outcomes cannot be read; `row` and `column` say which. */
export class OutcomeCellError extends OptionError {
  static override readonly kind: string = 'OutcomeCellError'
  readonly row: number
  readonly column: string

  /** `problem` follows the cell's place in the message. */
  constructor({ row, column }: CellPlace, problem: string) {
    super('rows', `cannot be read: row ${row}, column "${column}" ${problem}`)
    this.row = row
    this.column = column
  }
}
