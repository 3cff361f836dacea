// A smaller step may as well be chance, and its test costs examples.
const step = 0.95

/** What a chain is made of. */
export interface Link<Candidate> {
  readonly candidate: Candidate
  /** US dollars an example. */
  readonly price: number
  /** Higher is safer. */
  readonly safety: number
}

/**
 * From the safest to the cheapest: of all links those that nothing is both safer and cheaper than, each at least 5 %
 * cheaper than the one before, at most `most` of them with the ends kept.
 */
export function safestToCheapest<Candidate>(
  links: readonly Link<Candidate>[],
  most: number,
): Candidate[] {
  const sorted = links.toSorted(
    (one, other) => other.safety - one.safety || one.price - other.price,
  )
  const front: Link<Candidate>[] = []
  for (const link of sorted) {
    const last = front.at(-1)
    if (!last || (link.price < last.price && link.price <= last.price * step)) front.push(link)
  }
  const count = Math.min(most, front.length)
  const positions = Array.from({ length: count }, (_, index) =>
    Math.round((index * (front.length - 1)) / Math.max(1, count - 1)),
  )
  return positions.flatMap((position) => front[position]?.candidate ?? [])
}
