import { EmptyDatasetError } from '../../errors/empty-dataset-error.ts'
import { OptionError } from '../../errors/option-error.ts'
import type { Metric } from '../../evaluate/metric.ts'
import { type Example, example } from '../../example/example.ts'
import { ExampleIndex } from './example-index.ts'
import type { Outcome } from './outcome.ts'
import { type OutcomeColumns, resolveOutcomeColumns } from './outcome-columns.ts'
import { outcomeMetric, outcomeScore } from './outcome-metric.ts'
import type { OutcomeSummary } from './outcome-summary.ts'
import { readCSV } from './read-csv.ts'
import { readOutcomes } from './read-outcomes.ts'
import type { RecordedOutcomes } from './recorded-outcomes.ts'
import { TableLM } from './table-lm.ts'
import type { TableLMOptions } from './table-lm-options.ts'
import { TableRecord } from './table-record.ts'

/** An example of a table: its inputs, and its label where the table has right answers. */
export type OutcomeExample<Input extends string, Output extends string> = Example<
  Readonly<Record<Input, string>> & { readonly [Name in Output]?: string },
  Input
>

/** How CSV is written, beside what its columns hold. */
export interface CSVOptions {
  /** What stands between cells; a comma by default. */
  readonly separator?: ',' | ';' | '\t'
}

/** Recorded outcomes of models on examples, replayed as LMs: benchmark outputs to run selection on. */
export class OutcomeTable<
  Model extends string = string,
  Input extends string = string,
  Output extends string = string,
> {
  /** In the order of the table. */
  readonly models: readonly Model[]
  private readonly recorded: RecordedOutcomes

  private constructor(
    header: readonly string[],
    records: readonly TableRecord[],
    columns: OutcomeColumns<Model>,
  ) {
    const resolved = resolveOutcomeColumns(columns)
    const { example: keyColumn, inputs, output, ofModels } = resolved
    const rows = readOutcomes(header, records, resolved)
    if (rows.length === 0) throw new EmptyDatasetError('rows')
    const found = [...new Set(rows.flatMap(({ outcomes }) => [...outcomes.keys()]))]
    const absent = columns.models?.find((model) => !found.includes(model))
    if (absent !== undefined) throw new OptionError('models', `names ${absent}, which no row has.`)
    // Without names from the caller, `Model` is `string`.
    this.models = columns.models ?? (found as Model[])
    this.recorded = {
      rows,
      index: new ExampleIndex(rows, keyColumn, inputs),
      keyColumn,
      inputs,
      output,
      hasAnswers: ofModels.answer !== undefined,
      hasScores: ofModels.score !== undefined,
    }
  }

  /**
   * Reads CSV (RFC 4180) with a header. Throws `OptionError` for text and columns that cannot be read,
   * `OutcomeCellError` with row and column for cells, and `EmptyDatasetError`.
   */
  static fromCSV<
    const Model extends string = string,
    const Key extends string = 'example',
    const Input extends string = Key,
    const Output extends string = 'answer',
  >(
    text: string,
    columns: OutcomeColumns<Model, Key, Input, Output> & CSVOptions,
  ): OutcomeTable<Model, Input, Output> {
    const [header = [], ...lines] = readCSV(text, columns.separator)
    const names = header.map((name) => name.trim())
    const twice = names.find((name, index) => names.indexOf(name) !== index)
    if (twice !== undefined) {
      throw new OptionError('text', `has two columns called "${twice}"; rename one of them.`)
    }
    // The header is row 1; empty lines count, and say nothing.
    const records = lines.flatMap((cells, index) =>
      cells.join('') === '' ? [] : [recordOf(names, cells, index + 2)],
    )
    return new OutcomeTable<Model, Input, Output>(names, records, columns)
  }

  /** Reads objects, as `fromCSV` reads lines; throws the same. */
  static fromRows<
    const Model extends string = string,
    const Key extends string = 'example',
    const Input extends string = Key,
    const Output extends string = 'answer',
  >(
    rows: readonly Readonly<Record<string, unknown>>[],
    columns: OutcomeColumns<Model, Key, Input, Output>,
  ): OutcomeTable<Model, Input, Output> {
    const names = new Set(rows.flatMap((row) => Object.keys(row)))
    const records = rows.map((row, index) => new TableRecord(index, row))
    return new OutcomeTable<Model, Input, Output>([...names], records, columns)
  }

  /** A model as an LM; throws `OptionError` for one that the table does not have. */
  lm(model: Model, options: TableLMOptions = {}): TableLM {
    if (!this.models.includes(model)) {
      throw new OptionError(
        'model',
        `"${model}" is not in the table; it has: ${this.models.join(', ')}.`,
      )
    }
    return new TableLM(model, this.recorded, options)
  }

  /** All models as LMs, in the order of the table. */
  lms(options: TableLMOptions = {}): TableLM[] {
    return this.models.map((model) => this.lm(model, options))
  }

  /** All examples in the order of the table, with their inputs, their key and what is right. */
  devset(): OutcomeExample<Input, Output>[] {
    const { rows, inputs, keyColumn, output } = this.recorded
    return rows.map(({ key, inputs: values, label }) => {
      const fields = {
        [keyColumn]: key,
        ...(label !== undefined && { [output]: label }),
        ...values,
      }
      // The fields are those of `columns`, whose names the type parameters are.
      return example(fields, { inputs }) as OutcomeExample<Input, Output>
    })
  }

  /**
   * The recorded score of what a program predicted, or where no scores are recorded whether it is the
   * right answer; no answer scores 0. Throws `OptionError` when the table has neither.
   */
  get metric(): Metric<object, Readonly<Record<Output, unknown>>> {
    return outcomeMetric<Output>(this.recorded)
  }

  /** What each model did on an example; undefined for one that the table does not have. */
  outcome(key: string, model: Model): Outcome | undefined {
    return this.recorded.index.get(key)?.outcomes.get(model)
  }

  /** What evaluating each model on all examples says, without running them; throws as `metric` does. */
  summary(): OutcomeSummary<Model>[] {
    const { rows, hasAnswers } = this.recorded
    const score = outcomeScore(this.recorded)
    return this.models.map((model) => {
      let [sum, blanks] = [0, 0]
      let costUSD: number | null = 0
      for (const row of rows) {
        const outcome = row.outcomes.get(model)
        if ((hasAnswers ? outcome?.answer : outcome?.score) === undefined) blanks += 1
        if (outcome !== undefined) sum += score(row, outcome)
        costUSD = costUSD === null ? null : add(costUSD, outcome?.costUSD)
      }
      return { model, meanScore: sum / rows.length, costUSD, blanks }
    })
  }
}

function recordOf(names: readonly string[], cells: readonly string[], row: number): TableRecord {
  if (cells.length !== names.length) {
    throw new OptionError(
      'text',
      `is not a table: row ${row} has ${cells.length} cells and the header ${names.length}. Write as many in each row, and quotes around cells with commas.`,
    )
  }
  return new TableRecord(row, Object.fromEntries(names.map((name, at) => [name, cells[at]])))
}

function add(sum: number, cost: number | undefined): number | null {
  return cost === undefined ? null : sum + cost
}
