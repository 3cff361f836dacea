import { htmlPage, htmlText } from '@ockham/core'
import type { SelectionReport } from '../../selection-report.ts'
import { candidatesTable } from './candidates-table.ts'
import { costQualityPlot } from './cost-quality-plot.ts'
import { disagreementsSection } from './disagreements-section.ts'
import { evidencePlot } from './evidence-plot.ts'
import { pageStyle } from './page-style.ts'
import { spendBars } from './spend-bars.ts'
import { statementSection } from './statement-section.ts'

/** What a page may be told. */
export interface SelectionHTMLOptions {
  /** "Model selection" by default. */
  readonly title?: string
}

/**
 * A selection as one HTML page that needs nothing else and runs nothing: what was certified, the candidates, quality
 * against price, the evidence, what it cost, and the examples on which the chosen differs from others. Below 2 MB,
 * and the same for the same report.
 */
export function selectionToHTML(
  report: SelectionReport,
  { title = 'Model selection' }: SelectionHTMLOptions = {},
): string {
  const body = `<p class="subtitle">${subtitle(report)}</p>
${statementSection(report)}
<h2>Candidates</h2>
${candidatesTable(report)}
<h2>Cost and quality</h2>
${costQualityPlot(report)}
<h2>Evidence over time</h2>
${evidencePlot(report)}
<h2>Spend</h2>
${spendBars(report)}
<h2>Disagreements</h2>
${disagreementsSection(report)}`
  return htmlPage({ title, style: pageStyle, body })
}

function subtitle({ candidates, devsetSize, assignment }: SelectionReport): string {
  const examples = `${devsetSize.toLocaleString('en')} ${devsetSize === 1 ? 'example' : 'examples'}`
  return `${candidates.length} ${candidates.length === 1 ? 'candidate' : 'candidates'} on a devset of ${examples}, assignment ${htmlText(assignment)}`
}
