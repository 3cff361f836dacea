/** A text of at most `limit` characters: what is longer keeps its two ends around a note of what is missing. */
export function cutMiddle(text: string, limit: number): string {
  if (text.length <= limit) return text
  const kept = Math.max(0, limit - note(text.length).length)
  const head = text.slice(0, Math.ceil(kept / 2)).replace(/[\ud800-\udbff]$/, '')
  // Half of a character beyond the basic plane is none, and some providers refuse it.
  const tail = text.slice(text.length - Math.floor(kept / 2)).replace(/^[\udc00-\udfff]/, '')
  return (head + note(text.length - head.length - tail.length) + tail).slice(0, limit)
}

function note(omitted: number): string {
  return `\n[… ${omitted} characters left out …]\n`
}
