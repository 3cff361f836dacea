import { htmlText } from '@ockham/core'
import type { NumberedCandidate } from './numbered-candidates.ts'
import { svgElement } from './plot/svg-element.ts'

/** Where a candidate is drawn, in pixels. */
export interface PointPlace {
  readonly x: number
  readonly y: number
  /** The ends of its interval. */
  readonly low: number
  readonly high: number
  /** Shown when one points at it. */
  readonly about: string
}

const radius = 5
const ringRadius = 9
const capHalf = 4

/** A candidate as SVG: a dot, or a diamond for the reference, with its interval, and a ring around the chosen. */
export function drawnPoint(
  { candidate, isChosen, isReference, isTested }: NumberedCandidate,
  { x, y, low, high, about }: PointPlace,
): string {
  const mark = isReference
    ? svgElement('path', {
        class: 'mark',
        d: `M${x} ${y - 7}L${x + 7} ${y}L${x} ${y + 7}L${x - 7} ${y}Z`,
      })
    : svgElement('circle', { class: 'mark', cx: x, cy: y, r: radius })
  const interval = `M${x} ${low}V${high}M${x - capHalf} ${low}h${2 * capHalf}M${x - capHalf} ${high}h${2 * capHalf}`
  const kinds = ['point', candidate.verdict, ...(isTested || isReference ? [] : ['hollow'])]
  return svgElement(
    'g',
    { class: kinds.join(' ') },
    [
      `<title>${htmlText(about)}</title>`,
      svgElement('path', { class: 'interval', d: interval }),
      isChosen ? svgElement('circle', { class: 'ring', cx: x, cy: y, r: ringRadius }) : '',
      mark,
    ].join(''),
  )
}
