/** The scores of a candidate and of the best so far on the examples that were drawn, in that order. */
export interface RaceScores {
  readonly own: readonly number[]
  readonly rival: readonly number[]
  /** The best one's scores on the examples that are left; it was evaluated on all of them. */
  readonly rivalRest: readonly number[]
}

/** Decides how far a candidate is evaluated. */
export interface Race {
  /** Examples to evaluate next, of those that are left. */
  nextBatch(done: number, total: number): number
  /** Whether the candidate cannot, or surely will not, be better than the best. */
  isLost(scores: RaceScores): boolean
}

/** Every candidate is evaluated on everything, as DSPy does it. */
export const noRace: Race = {
  nextBatch: (done, total) => total - done,
  isLost: () => false,
}

const firstBatch = 8

/**
 * A candidate stops once it cannot win any more even if it is right on all the rest: its result could not
 * matter, so nothing is lost but evaluations.
 */
export const certainRace: Race = {
  nextBatch: (done, total) => Math.min(total - done, Math.max(firstBatch, done)),
  isLost: ({ own, rival, rivalRest }) => sum(own) + rivalRest.length <= sum(rival) + sum(rivalRest),
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
