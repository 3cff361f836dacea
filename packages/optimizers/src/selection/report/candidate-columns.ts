import type { CandidateReport, SelectionReport } from '../selection-report.ts'
import { percentText } from './percent-text.ts'
import { priceBase } from './price-base.ts'
import { priceText } from './price-text.ts'

/** A column of a table of candidates. */
export interface CandidateColumn {
  readonly heading: string
  readonly isNumber: boolean
  cell(candidate: CandidateReport): string
}

/** What is told of each candidate beside its name: nothing that no candidate of the report has. */
export function candidateColumns(report: SelectionReport): CandidateColumn[] {
  return [
    number('score', ({ evaluated, meanScore }) => (evaluated === 0 ? '' : meanScore.toFixed(3))),
    number('95 % CI', ({ evaluated, interval }) =>
      evaluated === 0 ? '' : interval.map((end) => end.toFixed(3)).join('-'),
    ),
    ...differenceColumns(report),
    number('$/1,000', ({ costPerExampleUSD }) => priceText(costPerExampleUSD)),
    ...shareColumns(report),
    ...latencyColumns(report),
    number(`run/${count(report.devsetSize)}`, ({ evaluated }) => count(evaluated)),
    ...failureColumns(report),
    { heading: 'verdict', isNumber: false, cell: ({ verdict }) => verdict },
  ]
}

function differenceColumns({ candidates }: SelectionReport): CandidateColumn[] {
  if (candidates.every(({ versusReference }) => versusReference === undefined)) return []
  return [
    number('vs ref.', ({ versusReference }) =>
      versusReference ? signed(versusReference.difference) : '',
    ),
    number('95 % CI', ({ versusReference }) =>
      versusReference ? versusReference.interval.map(signed).join(' to ') : '',
    ),
  ]
}

function shareColumns(report: SelectionReport): CandidateColumn[] {
  const base = priceBase(report)
  if (base === undefined) return []
  const heading = base.of === 'reference' ? 'of ref.' : 'of dearest'
  return [
    number(heading, ({ costPerExampleUSD: cost }) =>
      cost === null ? '' : percentText(cost / base.costPerExampleUSD),
    ),
  ]
}

function latencyColumns({ candidates }: SelectionReport): CandidateColumn[] {
  if (candidates.every(({ latency }) => latency === undefined)) return []
  const milliseconds = (value: number): string => count(Math.round(value))
  return [
    number('median ms', ({ latency }) => (latency ? milliseconds(latency.median) : '')),
    number('p95 ms', ({ latency }) => (latency ? milliseconds(latency.p95) : '')),
  ]
}

function failureColumns({ candidates }: SelectionReport): CandidateColumn[] {
  if (candidates.every(({ failed }) => failed === 0)) return []
  return [number('failed', ({ failed }) => count(failed))]
}

function number(heading: string, cell: (candidate: CandidateReport) => string): CandidateColumn {
  return { heading, isNumber: true, cell }
}

function count(value: number): string {
  return value.toLocaleString('en')
}

function signed(value: number): string {
  const text = value.toFixed(3)
  return text.startsWith('-') ? text : `+${text}`
}
