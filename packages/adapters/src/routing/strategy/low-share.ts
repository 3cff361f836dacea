/** Below this, amounts of money or time make no difference. */
const smallest = 1e-9
/** What the highest gets: more than what nobody knows. */
const leastShare = 0.05

/**
 * How low a value is among others: 1 for the lowest, 0.05 for the highest, by ratio in between, since
 * prices and times differ by factors. Null, which is not known, gets `unknown`.
 */
export function lowShare(
  value: number | null,
  all: readonly (number | null)[],
  unknown: number,
): number {
  if (value === null) return unknown
  const known = all.filter((other) => other !== null)
  const low = Math.log(Math.max(smallest, Math.min(...known)))
  const high = Math.log(Math.max(smallest, Math.max(...known)))
  if (high <= low) return 1
  const share = (high - Math.log(Math.max(smallest, value))) / (high - low)
  return leastShare + (1 - leastShare) * share
}
