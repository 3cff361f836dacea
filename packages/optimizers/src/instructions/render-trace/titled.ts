import type { Piece, PieceGroup } from './bounded-text.ts'

/** Pieces as one group under a title of their own. */
export function titled(title: string, pieces: readonly Piece[]): PieceGroup {
  const [first, ...others] = pieces
  if (first === undefined) return [{ heading: title, text: '(nothing)' }]
  return [{ ...first, heading: `${title}\n${first.heading}` }, ...others]
}
