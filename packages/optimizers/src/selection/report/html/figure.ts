import { htmlText } from '@ockham/core'
import { svgElement } from './plot/svg-element.ts'

/** A drawing and what it is about. */
export interface FigureParts {
  readonly width: number
  readonly height: number
  /** For who cannot see it. */
  readonly label: string
  readonly caption: string
}

/** A drawing with a caption, as wide as the page allows. */
export function figure({ width, height, label, caption }: FigureParts, drawing: string): string {
  const attributes = { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': label }
  return `<figure>${svgElement('svg', attributes, drawing)}<figcaption>${htmlText(caption)}</figcaption></figure>\n`
}
