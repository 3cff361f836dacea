/** A piece of source and what stands in its place. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The source with all edits made; they must not overlap, and those at one place keep their order. */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  let result = ''
  let position = 0
  for (const { start, end, text } of [...edits].sort((a, b) => a.start - b.start)) {
    result += source.slice(position, start) + text
    position = end
  }
  return result + source.slice(position)
}
