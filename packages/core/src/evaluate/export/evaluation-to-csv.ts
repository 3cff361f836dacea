import { errorFacts } from '../../settings/error-facts.ts'
import type { EvaluationResult, EvaluationRow } from '../evaluation-result.ts'
import { csvCell } from './csv-cell.ts'
import { rowFields } from './row-fields.ts'
import { toJSONValue } from './to-json-value.ts'

type Cell = string | number | boolean | null | undefined

const lineEnd = '\r\n'

/**
 * An evaluation's rows as CSV (RFC 4180), for spreadsheets: a column for each field (`input.question`,
 * `label.answer`, `output.answer`), then score, feedback, error, cost in US dollars and duration in ms.
 * Lists and objects are JSON; texts that a spreadsheet would run as a formula get an apostrophe.
 */
export function evaluationToCSV(result: EvaluationResult<object, object>): string {
  const rows = result.rows.map(cellsOf)
  const columns = [
    ...namesOf(rows, 'input.'),
    ...namesOf(rows, 'label.'),
    ...namesOf(rows, 'output.'),
    ...['score', 'feedback', 'error', 'costUSD', 'durationMs'],
  ]
  const lines = [columns, ...rows.map((cells) => columns.map((name) => cells.get(name)))]
  return lines.map((cells) => cells.map(csvCell).join(',') + lineEnd).join('')
}

function cellsOf(row: EvaluationRow<object, object>): Map<string, Cell> {
  const { inputs, labels, outputs = {} } = rowFields(row)
  const { name, message } = errorFacts(row.error)
  return new Map<string, Cell>([
    ...columnsOf('input.', inputs),
    ...columnsOf('label.', labels),
    ...columnsOf('output.', outputs),
    ['score', row.score],
    ['feedback', row.feedback],
    ['error', row.error === undefined ? undefined : `${name}: ${message}`],
    ['costUSD', row.costUSD],
    ['durationMs', row.durationMs],
  ])
}

function columnsOf(prefix: string, fields: Readonly<Record<string, unknown>>): [string, Cell][] {
  return Object.entries(fields).map(([name, value]) => [`${prefix}${name}`, cellOf(value)])
}

function cellOf(value: unknown): Cell {
  if (value === undefined) return undefined
  const json = toJSONValue(value)
  return typeof json === 'object' && json !== null ? JSON.stringify(json) : json
}

// Rows may have different fields; those that come first stand first.
function namesOf(rows: readonly Map<string, Cell>[], prefix: string): string[] {
  return [...new Set(rows.flatMap((row) => [...row.keys()]))].filter((name) =>
    name.startsWith(prefix),
  )
}
