import type { SelectionReport } from '../../selection-report.ts'
import { priceText } from '../price-text.ts'
import { drawnPoint } from './drawn-point.ts'
import { drawnThreshold, thresholdAt } from './drawn-threshold.ts'
import { figure } from './figure.ts'
import { byImportance, type NumberedCandidate, numberedCandidates } from './numbered-candidates.ts'
import { drawnAxes } from './plot/axes.ts'
import { drawnLabel } from './plot/drawn-label.ts'
import { linearScale } from './plot/linear-scale.ts'
import { placeLabels } from './plot/place-labels.ts'
import { priceScale } from './plot/price-scale.ts'
import { stepLine } from './plot/step-line.ts'
import { svgElement } from './plot/svg-element.ts'
import { type RequiredScore, requiredScore } from './required-score.ts'

const width = 900
const height = 460
const frame = { left: 56, right: 884, top: 46, bottom: 404 }
// A score of 1 is at the top edge.
const labelFrame = { ...frame, top: 24 }
// Of all scores, so that no point is at the very edge.
const margin = 0.02

const caption =
  'Mean score with its 95 % interval against the measured price. Filled: tested. Hollow: run on the first examples only, for the price or to choose what to test. ' +
  'Ring: chosen. Diamond: reference. Step line: the best score at each price among the reference and what was tested. Numbers are rows of the table.'
const paired =
  ' The test compares example by example, so it may differ from what the dashed line suggests.'

/** Price and quality of the candidates that were run, as a figure. */
export function costQualityPlot(report: SelectionReport): string {
  const shown = byImportance(numberedCandidates(report)).filter(
    ({ candidate }) => candidate.evaluated > 0,
  )
  if (shown.length === 0) return '<p>No candidate was run.</p>\n'
  const required = requiredScore(report)
  const x = priceScale(
    shown.map(({ candidate }) => candidate.costPerExampleUSD),
    [frame.left, frame.right],
  )
  const y = linearScale(...scoresOf(shown, required), [frame.bottom, frame.top])
  const points = shown.map((one) => ({
    ...one,
    x: x.at(one.candidate.costPerExampleUSD),
    y: y.at(one.candidate.meanScore),
    texts: [one.label, String(one.number)],
  }))
  const threshold =
    required &&
    thresholdAt(
      y.at(required.score),
      { text: required.label, about: required.score.toFixed(3), side: 'right' },
      frame,
    )
  const labels = placeLabels(points, labelFrame, threshold ? [threshold.label] : [])
  const front = stepLine(
    points.filter(
      ({ candidate, isTested, isReference }) =>
        candidate.costPerExampleUSD !== null && (isTested || isReference),
    ),
    frame.right,
  )
  const drawing = [
    drawnAxes(
      {
        x: { name: 'US dollars per 1,000 examples, logarithmic', ticks: x.ticks },
        y: { name: 'mean score', ticks: y.ticks },
      },
      frame,
    ),
    x.lanesEnd === undefined ? '' : laneBorder(x.lanesEnd),
    threshold ? drawnThreshold(threshold, frame) : '',
    front === undefined ? '' : svgElement('path', { class: 'front', d: front }),
    ...points.toReversed().map((point) =>
      drawnPoint(point, {
        x: point.x,
        y: point.y,
        low: y.at(point.candidate.interval[0]),
        high: y.at(point.candidate.interval[1]),
        about: about(point),
      }),
    ),
    ...labels.map((label, index) => drawnLabel(label, points[index]?.isChosen ? 'chosen' : '')),
  ]
  const label = 'Mean score against price of each candidate; the table has the same numbers.'
  const whole = report.reference === undefined ? caption : caption + paired
  return figure({ width, height, label, caption: whole }, drawing.join('\n'))
}

/** The lowest and the highest score to show: intervals of a few examples are cut. */
function scoresOf(
  shown: readonly NumberedCandidate[],
  required: RequiredScore | undefined,
): [low: number, high: number] {
  const tested = shown.filter(({ isTested }) => isTested)
  const scores = [
    ...(tested.length > 0 ? tested : shown).flatMap(({ candidate }) => candidate.interval),
    ...shown.map(({ candidate }) => candidate.meanScore),
    ...(required ? [required.score] : []),
  ]
  return [Math.max(0, Math.min(...scores) - margin), Math.min(1, Math.max(...scores) + margin)]
}

function laneBorder(x: number): string {
  return svgElement('line', { class: 'lanes', x1: x, x2: x, y1: frame.top, y2: frame.bottom })
}

function about({ candidate, number, isReference }: NumberedCandidate): string {
  const { model, meanScore, interval, costPerExampleUSD, evaluated, verdict } = candidate
  const [low, high] = interval.map((end) => end.toFixed(3))
  const price =
    costPerExampleUSD === null
      ? 'at a price that is not known'
      : `$${priceText(costPerExampleUSD)} per 1,000`
  return `${number}. ${model}${isReference ? ' (reference)' : ''}: ${meanScore.toFixed(3)} (${low} to ${high}) on ${evaluated.toLocaleString('en')} examples, ${price}, ${verdict}`
}
