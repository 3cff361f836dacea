const mostShown = 3

/** Those of the names that a misspelling most likely meant, the nearest first. */
export function nearNames(name: string, names: Iterable<string>): string[] {
  const wanted = lastPart(name)
  const farthest = Math.max(1, Math.floor(wanted.length / 4))
  const found: { name: string; distance: number }[] = []
  for (const candidate of new Set(names)) {
    const distance = editDistance(wanted, lastPart(candidate), farthest)
    if (distance <= farthest) found.push({ name: candidate, distance })
  }
  return found
    .sort((a, b) => a.distance - b.distance)
    .slice(0, mostShown)
    .map((near) => near.name)
}

function lastPart(name: string): string {
  return (name.split('/').at(-1) ?? name).toLowerCase()
}

/** How many letters must change; anything above `farthest` counts as just above it. */
function editDistance(a: string, b: string, farthest: number): number {
  if (Math.abs(a.length - b.length) > farthest) return farthest + 1
  let above = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (const [row, letter] of [...a].entries()) {
    const current = [row + 1]
    for (let column = 0; column < b.length; column += 1) {
      const replaced = (above[column] ?? 0) + (letter === b[column] ? 0 : 1)
      const added = (current[column] ?? 0) + 1
      const removed = (above[column + 1] ?? 0) + 1
      current.push(Math.min(replaced, added, removed))
    }
    above = current
  }
  return above.at(-1) ?? 0
}
