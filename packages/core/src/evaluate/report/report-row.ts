import { errorFacts } from '../../settings/error-facts.ts'
import { dollarsText } from '../../settings/printing/dollars-text.ts'
import { durationText } from '../../settings/printing/duration-text.ts'
import type { EvaluationRow } from '../evaluation-result.ts'
import { rowFields } from '../export/row-fields.ts'
import { toJSONValue } from '../export/to-json-value.ts'
import { clipped } from './clipped.ts'
import { htmlText } from './html-text.ts'
import { reportCall } from './report-call.ts'

const valueCharacters = 5_000
const previewCharacters = 100
const callsShown = 50

/** A row, its place in the devset from 0, and whether it passes. */
export interface ReportedRow {
  readonly row: EvaluationRow<object, object>
  readonly index: number
  readonly passes: boolean
}

/** How many characters the inner parts of rows may still take. */
export interface DetailCharacters {
  left: number
}

/** One row as HTML, collapsed: a line about it, and inside its fields and calls while there is room. */
export function reportRow({ row, index }: ReportedRow, room: DetailCharacters): string {
  const inside = room.left > 0 ? detail(row) : '<p>Left out to keep this page small.</p>'
  room.left -= inside.length
  const [preview] = Object.values(rowFields(row).inputs)
  const cells = [
    `<b>${row.error === undefined ? row.score.toFixed(3) : 'error'}</b>`,
    `<span class="n">#${index}</span>`,
    `<bdi class="preview">${htmlText(clipped(oneLine(valueText(preview)), previewCharacters))}</bdi>`,
    `<span class="n">${row.costUSD === null ? '' : dollarsText(row.costUSD)}</span>`,
    `<span class="n">${durationText(row.durationMs)}</span>`,
  ]
  return `<details class="row"><summary>${cells.join(' ')}</summary>${inside}</details>\n`
}

function detail(row: EvaluationRow<object, object>): string {
  const { inputs, labels, outputs } = rowFields(row)
  const { calls = [], callsLeftOut = 0 } = row
  const { name, message } = errorFacts(row.error)
  const more = callsLeftOut + Math.max(0, calls.length - callsShown)
  return [
    row.error === undefined ? '' : section('Error', { [name]: message }),
    row.feedback === undefined ? '' : section('Feedback', { feedback: row.feedback }),
    section('Inputs', inputs),
    section('Labels', labels),
    outputs ? section('Outputs', outputs) : '',
    ...(calls.length > 0 ? ['<h3>LM calls</h3>'] : []),
    ...calls.slice(0, callsShown).map(reportCall),
    more > 0 ? `<p>${more} more calls are not shown.</p>` : '',
  ].join('')
}

function section(title: string, fields: Readonly<Record<string, unknown>>): string {
  const items = Object.entries(fields).map(
    ([name, value]) =>
      `<dt><bdi>${htmlText(name)}</bdi></dt><dd><pre dir="auto">${htmlText(clipped(valueText(value), valueCharacters))}</pre></dd>`,
  )
  return items.length === 0 ? '' : `<h3>${title}</h3><dl>${items.join('')}</dl>`
}

function valueText(value: unknown): string {
  if (value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(toJSONValue(value), null, 2)
}

function oneLine(text: string): string {
  return text.slice(0, 2 * previewCharacters).replaceAll(/\s+/g, ' ')
}
