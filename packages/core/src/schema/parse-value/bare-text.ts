const pairs: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ["'", "'"],
  ['`', '`'],
  ['“', '”'],
  ['‘', '’'],
  ['*', '*'],
  ['_', '_'],
  ['(', ')'],
  ['[', ']'],
  ['<', '>'],
]

/** Longer texts, in characters, are not a value with something around it. */
const longest = 400

/** A short text without the emphasis, quotes, brackets and closing punctuation around it. */
export function bareText(text: string): string {
  let bare = text.trim()
  if (bare.length > longest) return bare
  for (let length = -1; length !== bare.length; ) {
    length = bare.length
    bare = bare.replace(/[.,;!]$/, '').trim()
    const pair = pairs.find(([open, close]) => bare.startsWith(open) && bare.endsWith(close))
    if (pair && bare.length > 2) bare = bare.slice(1, -1).trim()
  }
  return bare
}
