import { EProcess } from '../selection/e-process.ts'

/** What a candidate is compared with. */
export interface PairedEvidenceOptions {
  /** The mean score of the best so far on all examples, in [0, 1]. */
  bestMean: number
  /** What a candidate's mean must exceed it by to be worth anything, from 0. */
  leastGain: number
  /** Examples in the validation set. */
  populationSize: number
}

// How much of the best's score is taken off the candidate's, to take away what is common to both: all when an
// example is hard for both or neither, nothing when they have little in common. Bets on all three are averaged.
const pairings: readonly number[] = [0, 0.5, 1]

/**
 * Evidence against the claim that a candidate's mean score over a validation set reaches the best's mean and the
 * least gain: the wealth of bets against it. While the claim is true it ever reaches 1/α with a probability of at
 * most α. Examples come in random order, each once; the best's scores on all of them are known.
 */
export class PairedEvidence {
  private readonly bets: readonly { readonly pairing: number; readonly process: EProcess }[]

  constructor({ bestMean, leastGain, populationSize }: PairedEvidenceOptions) {
    this.bets = pairings.map((pairing) => {
      // Of the claim's smallest mean, on the scale of the values that are bet on.
      const claimed = bestMean + leastGain - pairing * bestMean
      const nullMean = (1 - claimed) / (1 + pairing)
      return { pairing, process: new EProcess({ nullMean, populationSize }) }
    })
  }

  /** Takes both scores on the next example; returns the logarithm of the wealth. */
  observe(score: number, bestScore: number): number {
    const logs = this.bets.map(({ pairing, process }) =>
      process.observe((1 - score + pairing * bestScore) / (1 + pairing)),
    )
    const largest = Math.max(...logs)
    const mean = logs.reduce((sum, log) => sum + Math.exp(log - largest), 0) / logs.length
    return largest + Math.log(mean)
  }
}
