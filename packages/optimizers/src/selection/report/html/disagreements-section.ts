import type { SelectionReport } from '../../selection-report.ts'
import { mostDisagreements } from '../disagreements.ts'
import { disagreementRows } from './disagreement-rows.ts'
import { byImportance, numberedCandidates } from './numbered-candidates.ts'

// Of all disagreements together, so that a page stays one that can be sent around.
const mostBytes = 1_200_000

/**
 * Examples on which the chosen had another score than others, as HTML of at most 1.2 MB: what is long loses its details
 * first, and then rows are left out.
 */
export function disagreementsSection(report: SelectionReport): string {
  const { disagreements, chosen } = report
  if (disagreements.length === 0) {
    return '<p>On the examples that were run on several candidates, all had the score of the chosen.</p>\n'
  }
  const names = byImportance(numberedCandidates(report)).map(({ candidate }) => candidate.model)
  const bodies: string[] = []
  let left = mostBytes
  for (const disagreement of disagreements) {
    const body = [true, false]
      .map((inFull) => disagreementRows(disagreement, { names, chosen, inFull }))
      .find((rows) => Buffer.byteLength(rows) <= left)
    if (body === undefined) break
    left -= Buffer.byteLength(body)
    bodies.push(body)
  }
  const hidden = disagreements.length - bodies.length
  return `<p class="note">${told(report)}</p>
<div class="scroll"><table class="disagreements"><thead><tr><th class="number">example</th><th>inputs</th><th>model</th><th class="number">score</th><th>outputs</th></tr></thead>
${bodies.join('')}</table></div>
${hidden > 0 ? `<p class="note">${hidden} more are not shown.</p>\n` : ''}`
}

function told({ disagreements, chosen, reference }: SelectionReport): string {
  const examples = disagreements.length === 1 ? 'example' : 'examples'
  const kept = disagreements.length === mostDisagreements ? ', and no more are kept' : ''
  const count = `${disagreements.length} ${examples} on which the chosen scored otherwise than another candidate${kept}`
  if (chosen === undefined || reference === undefined || chosen === reference) return `${count}.`
  const differences = disagreements.map(({ results }) => {
    const [own, other] = [results[chosen], results[reference]]
    return own && other ? own.score - other.score : 0
  })
  const worse = differences.filter((difference) => difference < 0).length
  const better = differences.filter((difference) => difference > 0).length
  return `${count}: it was worse than the reference on ${worse} and better on ${better}. The worst come first.`
}
