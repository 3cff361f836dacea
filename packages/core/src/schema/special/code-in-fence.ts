/** The code inside the first fence of a text, or the text itself when it has none. */
export function codeInFence(text: string): string {
  const open = text.indexOf('```')
  if (open < 0) return text
  const lineEnd = text.indexOf('\n', open)
  const close = lineEnd < 0 ? -1 : text.indexOf('```', lineEnd)
  if (close >= 0) return text.slice(lineEnd + 1, close).trim()
  const inlineClose = text.indexOf('```', open + 3)
  return inlineClose < 0 ? text : text.slice(open + 3, inlineClose).trim()
}
