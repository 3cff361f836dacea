import type { LossEstimate } from './loss-estimate.ts'

const standardErrors = 1.65

/** What a loss hardly lies below: what loses more than it may even so is given up. */
export function lowerBound({ mean, variance }: LossEstimate): number {
  return mean - standardErrors * Math.sqrt(variance)
}
