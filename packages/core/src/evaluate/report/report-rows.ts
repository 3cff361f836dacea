import { type ReportedRow, reportRow } from './report-row.ts'

// A browser lays out no more than the sections in view, and hides a section at once.
const rowsPerSection = 100

/** Rows as HTML, in sections that fail or pass as a whole; their details take so many characters in all. */
export function reportRows(rows: readonly ReportedRow[], detailCharacters: number): string {
  const room = { left: detailCharacters }
  const section = (kind: string, part: readonly ReportedRow[]): string =>
    `<section class="${kind}">\n${part.map((row) => reportRow(row, room)).join('')}</section>\n`
  const failing = inParts(rows.filter(({ passes }) => !passes))
  const passing = inParts(rows.filter(({ passes }) => passes))
  return [
    ...failing.map((part) => section('failing', part)),
    ...passing.map((part) => section('passing', part)),
  ].join('')
}

function inParts(rows: readonly ReportedRow[]): ReportedRow[][] {
  return Array.from({ length: Math.ceil(rows.length / rowsPerSection) }, (_, part) =>
    rows.slice(part * rowsPerSection, (part + 1) * rowsPerSection),
  )
}
