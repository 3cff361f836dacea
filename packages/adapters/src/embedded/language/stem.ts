const suffixes: readonly (readonly [suffix: string, shortest: number])[] = [
  ['ations', 4],
  ['ation', 4],
  ['ments', 3],
  ['ment', 3],
  ['ness', 3],
  ['ingly', 4],
  ['ables', 4],
  ['able', 4],
  ['ions', 4],
  ['ion', 4],
  ['ing', 3],
  ['ers', 4],
  ['ies', 3],
  ['ied', 3],
  ['ful', 4],
  ['ed', 3],
  ['er', 4],
  ['ly', 4],
  ['al', 5],
  ['es', 3],
  ['s', 3],
  ['y', 4],
  ['e', 3],
]

/** A rough root shared by the forms of an English word: `charges`, `charged`, `charging` -> `charg`. */
export function stem(word: string): string {
  const bare = word.endsWith("'s") ? word.slice(0, -2) : word
  if (bare.length < 4 || bare.endsWith('ss')) return bare
  for (const [suffix, shortest] of suffixes) {
    if (!bare.endsWith(suffix) || bare.length - suffix.length < shortest) continue
    return settle(bare.slice(0, -suffix.length))
  }
  return bare
}

// `cancell` and `cancel`, `charge` and `charg` must meet.
function settle(root: string): string {
  const last = root.at(-1)
  if (root.length > 3 && last === root.at(-2) && last !== 's') return root.slice(0, -1)
  return root.length > 3 && (last === 'e' || last === 'i') ? root.slice(0, -1) : root
}
