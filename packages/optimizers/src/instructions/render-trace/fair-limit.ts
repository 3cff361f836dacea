/** The largest limit at which texts of these lengths, each cut to it, fit into `room` together. */
export function fairLimit(lengths: readonly number[], room: number): number {
  const ascending = [...lengths].sort((one, other) => one - other)
  let rest = Math.max(0, room)
  for (const [index, length] of ascending.entries()) {
    const share = Math.floor(rest / (ascending.length - index))
    if (length > share) return share
    rest -= length
  }
  return Number.POSITIVE_INFINITY
}
