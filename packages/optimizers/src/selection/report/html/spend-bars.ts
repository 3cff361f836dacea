import { htmlText } from '@ockham/core'
import type { SelectionReport } from '../../selection-report.ts'
import { dollarsText } from '../dollars-text.ts'
import { percentText } from '../percent-text.ts'
import { spendText } from '../spend-text.ts'
import { figure } from './figure.ts'
import { svgElement } from './plot/svg-element.ts'

const width = 900
const height = 92
const left = 150
const longest = 540
const thickness = 28
const shortest = 2

/** What the selection cost beside an exhaustive search: bars where both are known, and always a sentence. */
export function spendBars(report: SelectionReport): string {
  const { costUSD, exhaustiveCostUSD } = report
  const caption = spendText(report)
  const whole = Math.max(costUSD ?? 0, exhaustiveCostUSD ?? 0)
  if (costUSD === null || exhaustiveCostUSD === null || whole === 0) {
    return `<p>${htmlText(caption)}</p>\n`
  }
  const share =
    exhaustiveCostUSD > 0 ? `, ${percentText(costUSD / exhaustiveCostUSD)} of the search` : ''
  const bars = [
    { kind: 'spent', name: 'this selection', cost: costUSD, note: share },
    { kind: 'whole', name: 'exhaustive search', cost: exhaustiveCostUSD, note: '' },
  ].map(({ kind, name, cost, note }, index) => {
    const y = 8 + index * (thickness + 14)
    const length = Math.max(shortest, (cost / whole) * longest)
    const text = { class: 'label', y: y + thickness / 2 + 4 }
    return [
      svgElement('text', { ...text, x: left - 10, 'text-anchor': 'end' }, name),
      svgElement('rect', { class: `bar ${kind}`, x: left, y, width: length, height: thickness }),
      svgElement(
        'text',
        { ...text, x: left + length + 10 },
        htmlText(`${dollarsText(cost)}${note}`),
      ),
    ].join('')
  })
  return figure({ width, height, label: caption, caption }, bars.join('\n'))
}
