import { htmlText } from '@ockham/core'
import type { PlacedLabel } from './place-labels.ts'
import { svgElement } from './svg-element.ts'

/** A label as SVG; nothing where it found no room. */
export function drawnLabel(label: PlacedLabel | undefined, kind: string): string {
  if (label === undefined) return ''
  const { x, y, anchor, text } = label
  return svgElement('text', { class: `label ${kind}`, x, y, 'text-anchor': anchor }, htmlText(text))
}
