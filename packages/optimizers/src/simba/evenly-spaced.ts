/** At most `count` of the whole numbers 0 … last, evenly spaced, with both ends. */
export function evenlySpaced(last: number, count: number): Set<number> {
  const gaps = Math.max(1, count - 1)
  return new Set(Array.from({ length: count }, (_, index) => Math.round((index * last) / gaps)))
}
