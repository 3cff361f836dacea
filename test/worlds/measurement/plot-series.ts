import type { Measurement } from './measure.ts'
import { frame, round, type Scales } from './plot-frame.ts'

/** One optimizer's points, from the cheapest on. */
export interface Series {
  readonly name: string
  readonly points: readonly {
    readonly usd: number
    readonly score: number
    readonly low: number
    readonly high: number
  }[]
}

const lineHeight = 17
/** Those of the style. */
const colours = 8

/** Measurements by optimizer; budgets that were not used give one point only. */
export function toSeries(measurements: readonly Measurement[]): Series[] {
  const names = [...new Set(measurements.map(({ contender }) => contender))]
  return names.map((name) => {
    const own = measurements.filter(({ contender }) => contender === name)
    const points = own.map(({ costUSD, score: { mean, low, high } }) => ({
      usd: costUSD.mean,
      score: mean,
      low: Math.max(0, low),
      high: Math.min(1, high),
    }))
    const distinct = new Map(points.map((point) => [`${point.usd} ${point.score}`, point]))
    return { name, points: [...distinct.values()].toSorted((a, b) => a.usd - b.usd) }
  })
}

/** The line of a series, its intervals and its marks. */
export function drawSeries({ points }: Series, index: number, { x, y }: Scales): string {
  const path = points.map(({ usd, score }) => `${round(x(usd))},${round(y(score))}`).join(' ')
  return [
    `<g class="series-${index % colours}">`,
    `<polyline points="${path}" style="fill: none" stroke-width="2"/>`,
    ...points.map(
      ({ usd, low, high }) =>
        `<line x1="${round(x(usd))}" x2="${round(x(usd))}" y1="${round(y(low))}" y2="${round(y(high))}" stroke-width="1.5"/>`,
    ),
    ...points.map(({ usd, score }) => mark(index, x(usd), y(score))),
    '</g>',
  ].join('\n')
}

/** The names of the series beside their ends, moved apart where they would cover each other. */
export function placeLabels(series: readonly Series[], { y }: Scales): string[] {
  const wanted = series
    .map(({ name, points }, index) => ({ name, index, height: y(points.at(-1)?.score ?? 0) }))
    .toSorted((a, b) => a.height - b.height)
  const left = frame.width - frame.right + 16
  const lowest = frame.height - frame.bottom - lineHeight * (wanted.length - 1)
  let free = Number.NEGATIVE_INFINITY
  return wanted.map(({ name, index, height }, position) => {
    const place = Math.max(free, Math.min(height, lowest + lineHeight * position))
    free = place + lineHeight
    const shape = `<g class="series-${index % colours}">${mark(index, left, place)}</g>`
    return `${shape}<text x="${left + 12}" y="${round(place + 4.5)}">${escapeText(name)}</text>`
  })
}

/** A shape of its own for each of four series in a row. */
function mark(index: number, x: number, y: number): string {
  const [left, top] = [round(x), round(y)]
  // Shapes move on where colours begin again, so that no two of many series look the same.
  switch ((index + Math.floor(index / colours)) % 4) {
    case 0:
      return `<circle cx="${left}" cy="${top}" r="4.5"/>`
    case 1:
      return `<rect x="${round(left - 4)}" y="${round(top - 4)}" width="8" height="8"/>`
    case 2:
      return `<path d="M${left} ${round(top - 5.5)}l5 9h-10z"/>`
    default:
      return `<path d="M${left} ${round(top - 6)}l6 6l-6 6l-6 -6z"/>`
  }
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
