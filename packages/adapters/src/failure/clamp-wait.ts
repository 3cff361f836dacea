const longestMs = 24 * 60 * 60 * 1000

/** A wait that a vendor asks for, in milliseconds: never negative and at most a day. */
export function clampWait(ms: number): number {
  return Math.min(Math.max(ms, 0), longestMs)
}
