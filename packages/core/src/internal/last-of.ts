/** The last `n` items of a list, or all when it has fewer. */
export function lastOf<Item>(items: readonly Item[], n: number): readonly Item[] {
  return items.slice(Math.max(0, items.length - Math.max(0, n)))
}
