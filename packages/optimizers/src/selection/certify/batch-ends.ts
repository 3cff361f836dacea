/** Examples that every model is tried on first, for its price. */
export const pilotSize = 5
const firstBatch = 10
const growth = 1.5

/** How many examples have been run after each batch behind the first `from`: batches grow, and the last ends with the devset. */
export function batchEnds(devsetSize: number, from: number = 0): number[] {
  const ends: number[] = []
  let size = firstBatch
  for (let end = from + pilotSize; end < devsetSize; end += Math.floor(size), size *= growth) {
    ends.push(end)
  }
  return [...ends, devsetSize]
}
