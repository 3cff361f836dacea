/** `str, dict[str, int]` -> `str` and `dict[str, int]`: the parts at the top level of brackets and quotes. */
export function splitTypeArguments(text: string): string[] {
  const parts: string[] = []
  let depth = 0
  let quote = ''
  let from = 0
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at)
    if (quote !== '') {
      if (character === '\\') at += 1
      else if (character === quote) quote = ''
    } else if (character === "'" || character === '"') quote = character
    else if (character === '[') depth += 1
    else if (character === ']') depth -= 1
    else if (character === ',' && depth === 0) {
      parts.push(text.slice(from, at).trim())
      from = at + 1
    }
  }
  return [...parts, text.slice(from).trim()].filter((part) => part !== '')
}
