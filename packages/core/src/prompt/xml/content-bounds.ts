const space = /\s/

/** Where a text begins and ends without its margins, as Python's `str.strip` sees them; equal when it is blank. */
export function contentBounds(text: string): [start: number, end: number] {
  let end = text.length
  while (end > 0 && isSpace(text.charCodeAt(end - 1))) end -= 1
  let start = 0
  while (start < end && isSpace(text.charCodeAt(start))) start += 1
  return [start, end]
}

// Python strips the control characters FS to US and NEL, too, but not the byte order mark.
function isSpace(code: number): boolean {
  if (code <= 0x20) return (code >= 0x09 && code <= 0x0d) || code >= 0x1c
  return code >= 0x85 && code !== 0xfeff && (code === 0x85 || space.test(String.fromCharCode(code)))
}
