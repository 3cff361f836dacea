// What Python's `str.isspace` is true for beyond ASCII; JavaScript's `trim` also takes the byte order mark,
// and leaves the separators \x1c to \x1f and \x85.
const wideSpace = /[\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/

/** A text without the white space around it, as Python's `str.strip` gives it. */
export function pythonStrip(text: string): string {
  // Most texts have nothing to strip.
  if (!isSpace(text, 0) && !isSpace(text, text.length - 1)) return text
  return pythonStripEnd(pythonStripStart(text))
}

/** A text without the white space before it, as Python's `str.lstrip` gives it. */
export function pythonStripStart(text: string): string {
  let start = 0
  while (start < text.length && isSpace(text, start)) start += 1
  return start === 0 ? text : text.slice(start)
}

/** A text without the white space behind it, as Python's `str.rstrip` gives it. */
export function pythonStripEnd(text: string): string {
  let end = text.length
  while (end > 0 && isSpace(text, end - 1)) end -= 1
  return end === text.length ? text : text.slice(0, end)
}

function isSpace(text: string, index: number): boolean {
  const code = text.charCodeAt(index)
  if (code < 0x85) return (code >= 0x09 && code <= 0x0d) || (code >= 0x1c && code <= 0x20)
  return code <= 0x3000 && wideSpace.test(text.charAt(index))
}
