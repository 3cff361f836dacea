import type { EvaluationResult } from '../evaluation-result.ts'
import { htmlPage } from './html-page.ts'
import { type ReportOptions, resolveReportOptions } from './report-options.ts'
import type { ReportedRow } from './report-row.ts'
import { reportRows } from './report-rows.ts'
import { reportScript } from './report-script.ts'
import { reportStyle } from './report-style.ts'
import { reportSummary } from './report-summary.ts'

const rowsShown = 20_000
const detailCharacters = 32 * 1024 * 1024

/**
 * An evaluation as one HTML page that needs nothing else: figures, then every row, failing ones first,
 * with prompts and replies where `keepPrompts` kept them. Rows beyond 20,000, and details beyond 32
 * million characters, are left out. Throws `OptionError`.
 */
export function evaluationToHTML(
  result: EvaluationResult<object, object>,
  options: ReportOptions = {},
): string {
  const { title, passingScore } = resolveReportOptions(options)
  const rows = result.rows.map((row, index) => {
    return { row, index, passes: row.error === undefined && row.score >= passingScore }
  })
  const passing = rows.filter(({ passes }) => passes).length
  const shown = rows.toSorted(worstFirst).slice(0, rowsShown)
  const left = rows.length - shown.length
  const body = `${reportSummary(result, passing)}
<fieldset><legend>Rows</legend>
${choice('all', `All ${rows.length}`, true)}
${choice('failing', `Failing ${rows.length - passing}`)}
${choice('passing', `Passing ${passing}`)}
</fieldset>
<main data-show="all">
${reportRows(shown, detailCharacters)}</main>
${left > 0 ? `<p>${left} more rows are not shown.</p>` : ''}`
  return htmlPage({ title, style: reportStyle, script: reportScript, body })
}

// Rows with an error, then the lowest scores; equals stay in the order of the devset.
function worstFirst(one: ReportedRow, other: ReportedRow): number {
  return rank(one) - rank(other)
}

function rank({ row, passes }: ReportedRow): number {
  if (row.error !== undefined) return -1
  return row.score + (passes ? 1 : 0)
}

function choice(value: string, label: string, checked = false): string {
  return `<label><input type="radio" name="show" value="${value}"${checked ? ' checked' : ''}> ${label}</label>`
}
