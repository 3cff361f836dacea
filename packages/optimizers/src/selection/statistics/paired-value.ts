/** How a score compares with another on the same example, in [0, 1]: one half when they are equal. */
export function pairedValue(score: number, referenceScore: number): number {
  return (score - referenceScore + 1) / 2
}

/** The least mean of paired values of a model that is at most `tolerance` below its reference. */
export function pairedTarget(tolerance: number): number {
  return (1 - tolerance) / 2
}
