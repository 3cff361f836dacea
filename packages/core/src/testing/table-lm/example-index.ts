import { LMConfigurationError } from '../../errors/lm-configuration-error.ts'
import type { OutcomeRow } from './outcome-row.ts'

/** What a request says of the example that it is about. */
export interface Question {
  readonly model: string
  /** The field that holds the example's key, where it is not named like the column. */
  readonly field: string | undefined
  readonly values: ReadonlyMap<string, string>
  /** The whole of the user's message. */
  readonly text: string
}

/** Finds the examples of a table by their key, or by what they are about. */
export class ExampleIndex {
  private readonly keyColumn: string
  private readonly byKey: ReadonlyMap<string, OutcomeRow>
  private readonly byInput: ReadonlyMap<string, ReadonlyMap<string, readonly OutcomeRow[]>>

  constructor(rows: readonly OutcomeRow[], keyColumn: string, inputs: readonly string[]) {
    this.keyColumn = keyColumn
    this.byKey = new Map(rows.map((row) => [row.key, row]))
    this.byInput = new Map(inputs.map((input) => [input, rowsByInput(rows, input)]))
  }

  /** The row with a key. */
  get(key: string): OutcomeRow | undefined {
    return this.byKey.get(key)
  }

  /**
   * The row that a request is about: that of the key in it, else the only one that has its inputs.
   * Throws `LMConfigurationError`, for other requests of the program would fail the same way.
   */
  find(question: Question): OutcomeRow {
    const { values, text, field = this.keyColumn } = question
    const key = values.get(field)
    if (key !== undefined) {
      return this.byKey.get(key) ?? fail(question, `"${clipped(key)}" names no example of it`)
    }
    const whole = this.byKey.get(text.trim())
    if (whole !== undefined) return whole
    if (values.size === 0) fail(question, `"${clipped(text)}" names no example of it`)
    const found = question.field === undefined ? this.withInputs(values) : undefined
    if (found === undefined) {
      const names = [...new Set([field, ...this.byInput.keys()])].join('`, `')
      const has = `the request has ${[...values.keys()].join(', ')} and not \`${names}\``
      return fail(question, `${has}; name the field that holds the example's key`)
    }
    const [row, other] = found
    if (row === undefined) return fail(question, 'no example of it has these inputs')
    if (other === undefined) return row
    return fail(question, `several examples of it have these inputs, ${row.key} and ${other.key}`)
  }

  /** Rows with all the inputs that a request has; undefined when it has none of them. */
  private withInputs(values: ReadonlyMap<string, string>): readonly OutcomeRow[] | undefined {
    let rows: readonly OutcomeRow[] | undefined
    for (const [input, index] of this.byInput) {
      const value = values.get(input)
      if (value === undefined) continue
      const found = index.get(value) ?? []
      rows = rows === undefined ? found : rows.filter((row) => row.inputs[input] === value)
    }
    return rows
  }
}

function rowsByInput(rows: readonly OutcomeRow[], input: string): Map<string, OutcomeRow[]> {
  const index = new Map<string, OutcomeRow[]>()
  for (const row of rows) {
    const value = row.inputs[input] ?? ''
    const same = index.get(value)
    if (same === undefined) index.set(value, [row])
    else same.push(row)
  }
  return index
}

function fail({ model }: Question, reason: string): never {
  throw new LMConfigurationError(
    `The table of ${model} cannot tell which example is asked about: ${reason}. Give the program the key as an input field, and its name to \`table.lm("${model}", { field })\`.`,
    { model },
  )
}

function clipped(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}
