/** A text of at most about `limit` characters: what is longer keeps its two ends and says what is missing. */
export function headAndTail(text: string, limit: number): string {
  if (text.length <= limit) return text
  const half = Math.floor(limit / 2)
  const head = whole(text.slice(0, half))
  const tail = whole(text.slice(text.length - half))
  const omitted = (text.length - head.length - tail.length).toLocaleString('en-US')
  return `${head}\n… (${omitted} characters omitted) …\n${tail}`
}

// Half of a character beyond the basic plane is none, and some providers refuse it.
function whole(text: string): string {
  return text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '')
}
