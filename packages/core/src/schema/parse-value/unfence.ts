/** The inside of a code fence that is all of a text, or the text itself, trimmed. */
export function unfence(text: string): string {
  const trimmed = text.trim()
  if (!trimmed.startsWith('```') || !trimmed.endsWith('```') || trimmed.length < 6) return trimmed
  const inner = trimmed.slice(3, -3)
  const lineEnd = inner.indexOf('\n')
  const info = inner.slice(0, lineEnd).trim()
  return lineEnd >= 0 && !info.includes(' ') ? inner.slice(lineEnd + 1).trim() : inner.trim()
}
