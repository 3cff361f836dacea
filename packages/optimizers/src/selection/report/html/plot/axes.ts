import { htmlText } from '@ockham/core'
import type { Frame } from './frame.ts'
import type { Tick } from './scale.ts'
import { svgElement } from './svg-element.ts'

/** The two axes of a plot, each with its name. */
export interface Axes {
  readonly x: { readonly name: string; readonly ticks: readonly Tick[] }
  readonly y: { readonly name: string; readonly ticks: readonly Tick[] }
}

/** Grid, tick labels and names of the axes as SVG. */
export function drawnAxes({ x, y }: Axes, { left, right, top, bottom }: Frame): string {
  const rows = y.ticks.map(
    ({ at, label }) =>
      svgElement('line', { class: 'grid', x1: left, x2: right, y1: at, y2: at }) +
      text(label, { class: 'tick', x: left - 8, y: at + 4, 'text-anchor': 'end' }),
  )
  const columns = x.ticks.map(
    ({ at, label }) =>
      svgElement('line', { class: 'axis', x1: at, x2: at, y1: bottom, y2: bottom + 5 }) +
      text(label, { class: 'tick', x: at, y: bottom + 19, 'text-anchor': 'middle' }),
  )
  const centre = (left + right) / 2
  return [
    ...rows,
    ...columns,
    svgElement('line', { class: 'axis', x1: left, x2: right, y1: bottom, y2: bottom }),
    text(x.name, { class: 'name', x: centre, y: bottom + 40, 'text-anchor': 'middle' }),
    text(y.name, { class: 'name', x: 4, y: top - 12 }),
  ].join('\n')
}

function text(content: string, attributes: Readonly<Record<string, string | number>>): string {
  return svgElement('text', attributes, htmlText(content))
}
