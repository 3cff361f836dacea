/** What people of other languages write, and what it is called here. */
const synonyms: ReadonlyMap<string, string> = new Map([
  ['integer', 'int'],
  ['long', 'int'],
  ['double', 'float'],
  ['decimal', 'float'],
  ['text', 'str'],
  ['char', 'str'],
  ['object', 'dict'],
  ['map', 'dict'],
  ['json', 'dict'],
  ['set', 'list'],
  ['enum', 'Literal'],
  ['maybe', 'Optional'],
  ['nonetype', 'None'],
  ['undefined', 'None'],
])

/** The known name closest to a misspelt one; undefined when none is near. */
export function suggestName(name: string, known: Iterable<string>): string | undefined {
  const lower = name.toLowerCase()
  const synonym = synonyms.get(lower)
  let best: string | undefined
  let bestDistance = Math.min(3, Math.ceil(name.length / 2))
  for (const candidate of known) {
    const distance = editDistance(lower, candidate.toLowerCase(), bestDistance)
    if (distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return bestDistance === 0 ? best : (synonym ?? best)
}

// Insertions, deletions and replacements between two texts; `limit` when there are that many or more.
function editDistance(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) >= limit) return limit
  let previous = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (const [row, character] of [...from].entries()) {
    const current = [row + 1]
    for (const [column, other] of [...to].entries()) {
      const replaced = (previous[column] ?? 0) + (character === other ? 0 : 1)
      current.push(Math.min(replaced, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1))
    }
    previous = current
  }
  return previous[to.length] ?? limit
}
