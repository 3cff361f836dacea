/** The text between two marks, to the end when the second is absent; undefined without the first. */
export function section(text: string, from: string, to: string): string | undefined {
  const start = text.indexOf(from)
  if (start < 0) return undefined
  const end = text.indexOf(to, start + from.length)
  return text.slice(start + from.length, end < 0 ? undefined : end)
}
