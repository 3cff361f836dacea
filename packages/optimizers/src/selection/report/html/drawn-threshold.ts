import { htmlText } from '@ockham/core'
import { drawnLabel } from './plot/drawn-label.ts'
import type { Frame } from './plot/frame.ts'
import type { PlacedLabel } from './plot/place-labels.ts'
import { svgElement } from './plot/svg-element.ts'

const above = 5

/** A dashed line through a plot, and where its label stands. */
export interface Threshold {
  readonly y: number
  readonly label: PlacedLabel
  /** Shown when one points at it. */
  readonly about: string
}

/** A threshold whose label stands at an end of its line. */
export function thresholdAt(
  y: number,
  { text, about, side }: { text: string; about: string; side: 'left' | 'right' },
  frame: Frame,
): Threshold {
  const anchor = side === 'left' ? 'start' : 'end'
  return { y, label: { x: frame[side], y: y - above, anchor, text }, about }
}

/** A threshold as SVG. */
export function drawnThreshold({ y, label, about }: Threshold, { left, right }: Frame): string {
  const title = `<title>${htmlText(about)}</title>`
  const line = svgElement('line', { class: 'required', x1: left, x2: right, y1: y, y2: y }, title)
  return line + drawnLabel(label, 'required')
}
