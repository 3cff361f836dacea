import { alignedColumns } from './aligned-columns.ts'
import type { CandidateReport, SelectionReport } from './selection-report.ts'

const headings = ['model', 'score', '95 % interval', 'examples run', '$ per 1,000', 'verdict']

/** The candidates of a selection as lines of text: score with its interval, price, verdict. */
export function selectionTable({ candidates }: SelectionReport): string {
  return alignedColumns([headings, ...candidates.map(cells)])
}

function cells(candidate: CandidateReport): string[] {
  const { model, evaluated, meanScore, interval, costPerExampleUSD, verdict } = candidate
  return [
    model,
    meanScore.toFixed(3),
    interval.map((end) => end.toFixed(3)).join(' to '),
    String(evaluated),
    costPerExampleUSD === null ? 'not known' : (costPerExampleUSD * 1000).toFixed(3),
    verdict,
  ]
}
