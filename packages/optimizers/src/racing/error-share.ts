/**
 * The error that one race of a run may have, so that the probability that any race of the run loses a candidate
 * better than the best so far is at most `errorProbability`, for any number of candidates, even if each is made
 * from what was learned of those before. It depends on how often the best was replaced: 1/2 of the whole while
 * it is the first, then 1/6, 1/12, 1/20 … One share serves all races against one best: the first better
 * candidate among them is either lost, with a probability of at most the share, or is the next best.
 */
export function errorShare(errorProbability: number, improvements: number): number {
  return errorProbability / ((improvements + 1) * (improvements + 2))
}
