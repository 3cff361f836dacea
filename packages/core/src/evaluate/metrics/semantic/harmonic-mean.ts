/** The harmonic mean of two shares, each taken into [0, 1] first; 0 when both are 0. */
export function harmonicMean(one: number, other: number): number {
  const [left, right] = [share(one), share(other)]
  return left + right === 0 ? 0 : (2 * left * right) / (left + right)
}

function share(value: number): number {
  return Math.min(1, Math.max(0, value))
}
