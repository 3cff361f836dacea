const step = 0.01
const bound = 8

/** The expected maximum of so many independent standard normal variables, by integration; 0 for one. */
export function expectedMaximum(count: number): number {
  let below = 0
  let expected = 0
  for (let value = -bound; value < bound; value += step) {
    const middle = value + step / 2
    const mass = (Math.exp(-(middle ** 2) / 2) / Math.sqrt(2 * Math.PI)) * step
    // The probability that the largest lies in this cell.
    expected += middle * ((below + mass) ** count - below ** count)
    below += mass
  }
  return expected
}
