import { OptionError } from '../../errors/option-error.ts'
import { columnsOfModels } from './columns-of-models.ts'
import type { Outcome } from './outcome.ts'
import type { ModelColumns, ResolvedColumns } from './outcome-columns.ts'
import type { OutcomeRow } from './outcome-row.ts'
import type { TableRecord } from './table-record.ts'

/** A row that outcomes are still added to. */
interface GrowingRow extends OutcomeRow {
  readonly outcomes: Map<string, Outcome>
}

/** The examples of a table in order, with their outcomes; throws `OptionError` for what cannot be read. */
export function readOutcomes(
  header: readonly string[],
  records: readonly TableRecord[],
  columns: ResolvedColumns,
): OutcomeRow[] {
  checkColumns(header, columns)
  const rows = new Map<string, GrowingRow>()
  const wide = columns.model === undefined ? columnsOfModels(header, columns) : undefined
  for (const record of records) {
    const key = record.filled(columns.example)
    if (wide && rows.has(key)) {
      throw record.error(columns.example, `holds "${key}", as an earlier row does; name each once.`)
    }
    const row = rows.get(key) ?? newRow(key, record, columns)
    rows.set(key, row)
    for (const [model, cells] of wide ?? columnsOfLine(record, columns)) {
      if (row.outcomes.has(model)) {
        throw record.error(columns.example, `holds "${key}" for ${model}, as an earlier row does.`)
      }
      row.outcomes.set(model, outcomeOf(record, cells, columns))
    }
  }
  return [...rows.values()]
}

function checkColumns(header: readonly string[], columns: ResolvedColumns): void {
  const { example, inputs, label, model, ofModels } = columns
  const needed: [option: string, column: string | undefined][] = [
    ['example', example],
    ...inputs.map((input): [string, string] => ['inputs', input]),
    ['label', typeof label === 'string' ? label : undefined],
    ...(model === undefined ? [] : [['model', model] as const, ...Object.entries(ofModels)]).map(
      ([option, column]): [string, string | undefined] => [option, column],
    ),
  ]
  for (const [option, column] of needed) {
    if (column === undefined || header.includes(column)) continue
    throw new OptionError(
      option,
      `names the column "${column}", which the table does not have; it has: ${header.join(', ')}.`,
    )
  }
}

function newRow(key: string, record: TableRecord, columns: ResolvedColumns): GrowingRow {
  const { inputs, label } = columns
  return {
    key,
    inputs: Object.fromEntries(inputs.map((column) => [column, record.text(column) ?? ''])),
    label: typeof label === 'string' ? record.filled(label) : label?.value.trim(),
    outcomes: new Map(),
  }
}

function columnsOfLine(
  record: TableRecord,
  { model, models, ofModels }: ResolvedColumns,
): [model: string, columns: ModelColumns][] {
  const name = model === undefined ? undefined : record.filled(model)
  const isRead = name !== undefined && (models === undefined || models.includes(name))
  return isRead ? [[name, ofModels]] : []
}

function outcomeOf(record: TableRecord, cells: ModelColumns, columns: ResolvedColumns): Outcome {
  const answer = cells.answer === undefined ? undefined : record.text(cells.answer)
  const score = record.score(cells.score)
  if (cells.score !== undefined && score === undefined && answer !== undefined) {
    throw record.error(cells.score, 'is blank though there is an answer; write its score.')
  }
  return {
    answer,
    score,
    costUSD: record.amount(cells.cost, columns.dollarsPerUnit),
    latencyMs: record.amount(cells.latency, columns.millisecondsPerUnit),
  }
}
