import type { Piece } from './bounded-text.ts'
import { renderValue } from './render-value.ts'

/** Fields by name, or a text where there are no fields, under a title; nothing for no fields at all. */
export function fieldPieces(
  title: string,
  content: Readonly<Record<string, unknown>> | string,
): Piece[] {
  if (typeof content === 'string') return [{ heading: title, text: renderValue(content) }]
  return Object.entries(content).map(([name, value], index) => ({
    heading: index === 0 ? `${title}\n### ${name}` : `### ${name}`,
    text: renderValue(value),
  }))
}
