import type { CopiedPassage } from './copied-passages.ts'

/** A text without some passages of it, and without the quotation marks and list items that are empty then. */
export function stripPassages(text: string, passages: readonly CopiedPassage[]): string {
  const backwards = [...passages].sort((one, other) => other.start - one.start)
  return backwards.reduce(without, text).trim()
}

function without(text: string, { start, end }: CopiedPassage): string {
  const before = text.slice(0, start).replace(/[ \t]*["'“‘«(`]*$/, '')
  const after = text.slice(end).replace(/^[.!?]?["'”’»)`]+/, '')
  const lineStart = before.lastIndexOf('\n') + 1
  const lineIsEmpty =
    /^[ \t]*(?:[-*+>]|\d+[.)])?[ \t]*$/.test(before.slice(lineStart)) &&
    /^[ \t]*[.!?,;]?[ \t]*(?:\n|$)/.test(after)
  if (lineIsEmpty) return before.slice(0, lineStart) + after.replace(/^[^\n]*\n?/, '')
  return /^[.!?]/.test(after) ? before.replace(/[ \t,:;]+$/, '') + after : before + after
}
