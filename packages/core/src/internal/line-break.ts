/** Where Python's `str.splitlines` breaks a text. */
export const lineBreak: RegExp = /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/

/** Whether a text has one; for the short texts of a stream this takes a fraction of the regular expression's time. */
export function hasLineBreak(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code < 0x20 ? isControlBreak(code) : code === 0x85 || code === 0x2028 || code === 0x2029)
      return true
  }
  return false
}

function isControlBreak(code: number): boolean {
  return (code >= 0x0a && code <= 0x0d) || (code >= 0x1c && code <= 0x1e)
}
