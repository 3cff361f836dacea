const narrow = 6.3
const wide = 12.6
const firstWide = 0x2e80

/** About how many pixels a label takes at its size in plots; fonts differ, so it is a little more than most need. */
export function textWidth(text: string): number {
  return [...text].reduce(
    (sum, character) => sum + ((character.codePointAt(0) ?? 0) < firstWide ? narrow : wide),
    0,
  )
}
