/** The value below which a part of the numbers lies, from 0 to 1, between two of them by a straight line as numpy does it; 0 of none. */
export function percentile(numbers: readonly number[], part: number): number {
  const ascending = numbers.toSorted((one, other) => one - other)
  const place = part * (ascending.length - 1)
  const below = ascending[Math.floor(place)] ?? 0
  const above = ascending[Math.ceil(place)] ?? 0
  return below + (above - below) * (place - Math.floor(place))
}
