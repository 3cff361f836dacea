/** How much of a limit is used, from 0 to 1; undefined where there is no limit. */
export function shareOf(used: number, limit: number): number | undefined {
  return limit === Number.POSITIVE_INFINITY ? undefined : Math.min(1, used / limit)
}

/** The largest of those that are known. */
export function largestShare(...shares: readonly (number | undefined)[]): number | undefined {
  const known = shares.filter((share) => share !== undefined)
  return known.length === 0 ? undefined : Math.min(1, Math.max(0, ...known))
}
