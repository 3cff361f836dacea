/** The rows of all candidates a candidate descends from, itself not among them. */
export function ancestorsOf(
  row: number,
  candidates: readonly { readonly parents: readonly number[] }[],
): Set<number> {
  const found = new Set<number>()
  const open = [...(candidates[row]?.parents ?? [])]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue
    found.add(next)
    open.push(...(candidates[next]?.parents ?? []))
  }
  return found
}
