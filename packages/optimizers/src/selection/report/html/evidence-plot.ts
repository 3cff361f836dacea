import { htmlText } from '@ockham/core'
import type { EvidencePoint, SelectionReport } from '../../selection-report.ts'
import { drawnThreshold, thresholdAt } from './drawn-threshold.ts'
import { figure } from './figure.ts'
import { byImportance, type NumberedCandidate, numberedCandidates } from './numbered-candidates.ts'
import { drawnAxes } from './plot/axes.ts'
import { drawnLabel } from './plot/drawn-label.ts'
import { linearScale } from './plot/linear-scale.ts'
import { placeLabels } from './plot/place-labels.ts'
import type { Scale } from './plot/scale.ts'
import { svgElement } from './plot/svg-element.ts'

const width = 900
const height = 360
const frame = { left: 56, right: 884, top: 34, bottom: 304 }
// Labels stand at the right of where the lines end.
const dataRight = 640
const enough = 1
// Beyond, lines are drawn at the edge: they say no more than that it is a lot.
const least = -2
const most = 2
const caption =
  'What each test knew after each batch of examples. At 1 there is enough evidence for a certificate, below 0 it speaks against one. ' +
  'A line that ends below 1 belongs to a candidate that was given up, or whose test the budget or the devset ended.'

/** Evidence on the candidates that were tested, against the examples run, as a figure. */
export function evidencePlot(report: SelectionReport): string {
  const tested = byImportance(numberedCandidates(report)).filter(
    ({ candidate }) => candidate.evidence.length > 0,
  )
  const all = tested.flatMap(({ candidate }) => candidate.evidence)
  if (all.length === 0) return '<p>No candidate was tested.</p>\n'
  const values = all.map(({ evidence }) => Math.min(most, Math.max(least, evidence)))
  const high = Math.max(enough * 1.1, ...values)
  const y = linearScale(Math.min(0, ...values), high, [frame.bottom, frame.top])
  const x = linearScale(0, Math.max(...all.map(({ evaluated }) => evaluated)), [
    frame.left,
    dataRight,
  ])
  const ends = tested.map(({ candidate, label, number }) => {
    const { evaluated, evidence } = candidate.evidence.at(-1) ?? { evaluated: 0, evidence: 0 }
    const { verdict } = candidate
    const texts = [`${label}: ${verdict}`, `${number}: ${verdict}`, String(number)]
    return { x: x.at(evaluated), y: y.at(evidence), texts }
  })
  const text = 'enough for a certificate'
  const threshold = thresholdAt(y.at(enough), { text, about: '1', side: 'left' }, frame)
  const labels = placeLabels(ends, frame, [threshold.label])
  const drawing = [
    drawnAxes(
      { x: { name: 'examples run', ticks: x.ticks }, y: { name: 'evidence', ticks: y.ticks } },
      frame,
    ),
    drawnThreshold(threshold, frame),
    ...tested.toReversed().map((one) => line(one, x, y)),
    ...labels.map((label, index) => {
      const one = tested[index]
      return one ? drawnLabel(label, one.candidate.verdict) : ''
    }),
  ]
  const label = 'Evidence for each tested candidate against the examples run.'
  return figure({ width, height, label, caption }, drawing.join('\n'))
}

function line({ candidate }: NumberedCandidate, x: Scale, y: Scale): string {
  const place = ({ evaluated, evidence }: EvidencePoint): string =>
    `${x.at(evaluated).toFixed(1)} ${y.at(evidence).toFixed(1)}`
  const { model, evidence, verdict } = candidate
  const dots = evidence.map((point) =>
    svgElement('circle', {
      class: 'mark',
      cx: x.at(point.evaluated),
      cy: y.at(point.evidence),
      r: 3,
    }),
  )
  const path = svgElement('path', { class: 'trace', d: `M${evidence.map(place).join('L')}` })
  const title = `<title>${htmlText(`${model}: ${verdict}`)}</title>`
  return svgElement('g', { class: `point ${verdict}` }, title + path + dots.join(''))
}
