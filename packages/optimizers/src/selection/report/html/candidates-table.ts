import { htmlText } from '@ockham/core'
import type { SelectionReport } from '../../selection-report.ts'
import { type CandidateColumn, candidateColumns } from '../candidate-columns.ts'
import { percentText } from '../percent-text.ts'
import { type NumberedCandidate, numberedCandidates } from './numbered-candidates.ts'

const note =
  'Scores and intervals describe the examples that were run, each by itself. A test stops as soon as it is sure, so the verdict is the finding, not the interval.'

/** The candidates as an HTML table, with the numbers by which the plots call them. */
export function candidatesTable(report: SelectionReport): string {
  const columns = [...candidateColumns(report), ...wideColumns(report)]
  const headings = columns.map(
    ({ heading, isNumber }) => `<th${isNumber ? ' class="number"' : ''}>${htmlText(heading)}</th>`,
  )
  const rows = numberedCandidates(report).map((candidate) => row(candidate, columns))
  return `<div class="scroll"><table class="candidates"><thead><tr><th class="number">#</th><th>model</th>${headings.join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table></div>
<p class="note">${note}</p>
`
}

/** What a terminal has no room for. */
function wideColumns({ candidates }: SelectionReport): CandidateColumn[] {
  const compared = candidates.some(({ versusReference }) => versusReference !== undefined)
  const warm = candidates.some(({ warmShare }) => warmShare > 0)
  return [
    ...(compared
      ? [
          {
            heading: 'won : lost',
            isNumber: true,
            cell: ({ versusReference: versus }) =>
              versus ? `${versus.wins} : ${versus.losses}` : '',
          } satisfies CandidateColumn,
        ]
      : []),
    ...(warm
      ? [
          {
            heading: 'warm calls',
            isNumber: true,
            cell: ({ warmShare }) => percentText(warmShare),
          } satisfies CandidateColumn,
        ]
      : []),
  ]
}

function row(
  { candidate, number, isChosen, isReference }: NumberedCandidate,
  columns: readonly CandidateColumn[],
): string {
  const cells = columns.map(
    ({ isNumber, cell }) =>
      `<td class="${isNumber ? 'number' : candidate.verdict}">${htmlText(cell(candidate))}</td>`,
  )
  const star = isChosen ? '★ ' : ''
  const mark = isReference ? ' <span class="note">reference</span>' : ''
  const name = `${star}<bdi>${htmlText(candidate.model)}</bdi>${mark}`
  return `<tr${isChosen ? ' class="chosen"' : ''}><td class="number">${number}</td><td class="model">${name}</td>${cells.join('')}</tr>`
}
