/** One step of an `RLM`: why, which code, and what came of it. */
export interface REPLEntry {
  readonly reasoning: string
  readonly code: string
  /** What was printed and returned, or the error, cut to `maxOutputCharacters`. */
  readonly output: string
}

/** The steps so far as the LM sees them; `from` is the number of the first, counted from 0. */
export function replHistory(entries: readonly REPLEntry[], from: number, language: string): string {
  if (entries.length === 0) return 'No code has run yet.'
  return entries.map((entry, index) => step(entry, from + index + 1, language)).join('\n\n')
}

function step({ reasoning, code, output }: REPLEntry, number: number, language: string): string {
  return [
    `=== Step ${number} ===`,
    ...(reasoning === '' ? [] : [`Reasoning: ${reasoning}`]),
    ...(code === '' ? [] : [`Code:\n\`\`\`${language}\n${code}\n\`\`\``]),
    `Output:\n${output}`,
  ].join('\n')
}
