import type { Comparison } from './measure.ts'
import { axes, frame, referenceLine, type Scales } from './plot-frame.ts'
import { drawSeries, placeLabels, type Series, toSeries } from './plot-series.ts'
import { plotStyle } from './plot-style.ts'

/** A comparison as an SVG picture: held-out score against US dollars, for light and dark pages. */
export function plot(comparison: Comparison): string {
  const series = toSeries(comparison.measurements)
  const scales = toScales(series)
  const labels = placeLabels(series, scales)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${frame.width} ${frame.height}" role="img" aria-labelledby="title">`,
    `<title id="title">World ${comparison.world}: held-out score against what compiling cost</title>`,
    plotStyle,
    `<rect class="page" width="${frame.width}" height="${frame.height}"/>`,
    `<text class="heading" x="${frame.left}" y="26">World “${comparison.world}”: held-out score against spend</text>`,
    axes(scales),
    referenceLine('every rule stated', comparison.oracleProgram.mean, scales),
    referenceLine('before', comparison.seedProgram.mean, scales),
    ...series.map((line, index) => drawSeries(line, index, scales)),
    ...labels,
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
    x: (usd) => frame.left + (usd / mostUSD) * (right - frame.left),
    y: (score) => bottom - score * (bottom - frame.top),
  }
}
