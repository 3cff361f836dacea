import type { Comparison } from './measure.ts'
import { axes, frame, referenceLabel, referenceLine, type Scales } from './plot-frame.ts'
import { drawSeries, placeLabels, type Series, toSeries } from './plot-series.ts'
import { plotStyle } from './plot-style.ts'

/** A comparison as an SVG picture: held-out score against US dollars, for light and dark pages. */
export function plot(comparison: Comparison): string {
  const series = toSeries(comparison.measurements)
  const scales = toScales(series)
  const references = [
    { label: 'every rule stated', score: comparison.oracleProgram.mean, above: true },
    { label: 'before', score: comparison.seedProgram.mean, above: false },
  ]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${frame.width} ${frame.height}" role="img" aria-labelledby="title">`,
    `<title id="title">World ${comparison.world}: held-out score against what compiling cost</title>`,
    plotStyle,
    `<rect class="page" width="${frame.width}" height="${frame.height}"/>`,
    `<text class="heading" x="${frame.left}" y="26">World “${comparison.world}”: held-out score against spend</text>`,
    axes(scales),
    ...references.map(({ score }) => referenceLine(score, scales)),
    ...series.map((line, index) => drawSeries(line, index, scales)),
    ...references.map((reference) => referenceLabel(reference, scales)),
    ...placeLabels(series, scales),
    '</svg>',
  ].join('\n')
}

function toScales(series: readonly Series[]): Scales {
  const dearest = Math.max(0, ...series.flatMap(({ points }) => points.map(({ usd }) => usd)))
  const right = frame.width - frame.right
  const bottom = frame.height - frame.bottom
  const mostUSD = dearest > 0 ? dearest : 1
  return {
    mostUSD,
    // The square root shows cheap optimizers apart, and it has a place for 0.
    x: (usd) => frame.left + Math.sqrt(usd / mostUSD) * (right - frame.left),
    y: (score) => bottom - score * (bottom - frame.top),
  }
}
