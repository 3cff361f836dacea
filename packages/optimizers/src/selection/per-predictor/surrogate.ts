/** What one model does in place of the anchor's at one predictor, everything else as it is. */
export interface ModelEffect {
  /** Mean score that is lost; negative where it does better. */
  readonly loss: number
  /** Of the loss, as an estimate. */
  readonly variance: number
  /** What an example costs more; negative where it saves. */
  readonly price: number
}

/** What an assignment may lose, and how surely. */
export interface Allowance {
  readonly limit: number
  /** So many standard errors above the estimate the loss must be within the limit too. */
  readonly caution: number
  /** Of the limit itself, where it is an estimate. */
  readonly variance: number
}

// Sums of losses at the limit itself are within it, however they round.
const rounding = 1e-12

/** Whether a sum of losses is within what is allowed. */
export function isWithin(loss: number, variance: number, allowance: Allowance): boolean {
  const { caution, limit } = allowance
  return loss + caution * Math.sqrt(variance + allowance.variance) <= limit + rounding
}
