/** A label that is none of these, such as a misspelt one, is taken for the strictest. */
const open: ReadonlySet<unknown> = new Set([undefined, 'public', 'internal'])

/** Whether content with this label must stay on the user's own machines. */
export function isConfidential(sensitivity: unknown): boolean {
  return !open.has(sensitivity)
}
