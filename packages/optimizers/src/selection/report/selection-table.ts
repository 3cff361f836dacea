import { alignedColumns } from '../aligned-columns.ts'
import type { SelectionReport } from '../selection-report.ts'
import { candidateColumns } from './candidate-columns.ts'
import { clippedNames } from './clipped-names.ts'
import { spendText } from './spend-text.ts'
import { uncertifiedText } from './uncertified-text.ts'
import { wrapped } from './wrapped.ts'

const width = 110
const nameWidth = 26

/**
 * A selection as lines of text: a table of the candidates with a star at the chosen, what was certified or why nothing
 * was, and what it cost beside an exhaustive search.
 */
export function selectionTable(report: SelectionReport): string {
  const { candidates, certificate } = report
  const columns = candidateColumns(report)
  const names = clippedNames(
    candidates.map(({ model }) => model),
    nameWidth,
  )
  const rows = candidates.map((candidate) => [
    `${candidate.model === report.chosen ? '*' : ' '} ${names.get(candidate.model) ?? ''}`,
    ...columns.map(({ cell }) => cell(candidate)),
  ])
  const headings = ['  model', ...columns.map(({ heading }) => heading)]
  const numbers = columns.flatMap(({ isNumber }, index) => (isNumber ? [index + 1] : []))
  const sentences = [certificate?.text ?? uncertifiedText(report), spendText(report)]
  const parts = [
    alignedColumns(
      [headings, ...rows].map((row) => row.map(plain)),
      numbers,
    ),
    ...sentences.map((sentence) => wrapped(plain(sentence), width)),
  ]
  return parts.join('\n\n')
}

/** Without what a terminal would obey. */
function plain(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, '\ufffd')
}
