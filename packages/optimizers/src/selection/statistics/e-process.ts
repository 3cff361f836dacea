import { largestBet, stakes } from './stakes.ts'

/** The claim that is bet against, and the population it is about. */
export interface EProcessOptions {
  /** The claim: the mean of the whole population, whose values are in [0, 1], is at most this. */
  nullMean: number
  /**
   * Values in the population, which are observed in random order, each once. `Infinity` for draws that do not
   * use the population up: those with replacement, or of data yet to come.
   */
  populationSize: number
}

// Below this, and above its inverse, the parts are scaled anew.
const smallest = 1e-100

/**
 * Evidence against a claim on a mean: the wealth of someone who bets against it. If the claim is true, the
 * wealth ever reaches 1/α with a probability of at most α, however often one looks. Waudby-Smith and
 * Ramdas, "Estimating means of bounded random variables by betting", with and without replacement.
 */
export class EProcess {
  private readonly options: EProcessOptions
  /** Every stake begins with an equal part; relative to `logScale`, so that no part gets too large or small. */
  private readonly parts: Float64Array = new Float64Array(stakes.length).fill(1 / stakes.length)
  private logScale = 0
  private seen = 0
  private sum = 0

  constructor(options: EProcessOptions) {
    this.options = options
  }

  /** Takes the next value in [0, 1]; returns the logarithm of the wealth. */
  observe(value: number): number {
    const expected = this.expected()
    this.seen += 1
    this.sum += value
    return this.logWealth(expected > 0 ? this.bet(value, expected) : this.wealth())
  }

  /** What the claim allows as the mean of the values that are still to come. */
  private expected(): number {
    const { nullMean, populationSize } = this.options
    if (populationSize === Number.POSITIVE_INFINITY) return nullMean
    return (populationSize * nullMean - this.sum) / (populationSize - this.seen)
  }

  // In place: this runs for every example of every candidate, and thousands of times in simulations.
  private bet(value: number, expected: number): number {
    const { parts } = this
    const gain = value - expected
    const perStake = 1 / expected
    let wealth = 0
    for (let index = 0; index < stakes.length; index += 1) {
      const bet = Math.min((stakes[index] ?? 0) * perStake, largestBet)
      const part = (parts[index] ?? 0) * (1 + bet * gain)
      parts[index] = part
      wealth += part
    }
    return wealth
  }

  private wealth(): number {
    return this.parts.reduce((sum, part) => sum + part, 0)
  }

  private logWealth(wealth: number): number {
    if (wealth < smallest || wealth > 1 / smallest) {
      for (const [index, part] of this.parts.entries()) this.parts[index] = part / wealth
      this.logScale += Math.log(wealth)
      return this.logScale
    }
    return this.logScale + Math.log(wealth)
  }
}
