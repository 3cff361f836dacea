import type { SelectionReport } from '../../selection-report.ts'
import { selectionFormat } from './selection-format.ts'

/** A report as text to keep: `selectionFromJSON` reads it. */
export function selectionToJSON(report: SelectionReport): string {
  return `${JSON.stringify({ ...selectionFormat, report }, null, 2)}\n`
}
