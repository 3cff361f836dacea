/** The claim that is bet against, and the population it is about. */
export interface EProcessOptions {
  /** The claim: the mean of the whole population, whose values are in [0, 1], is at most this. */
  nullMean: number
  /** Values in the population; they are observed in random order, each once. */
  populationSize: number
}

const stakes: readonly number[] = Array.from(
  { length: 12 },
  (_, index) => 0.05 + (index * 0.9) / 11,
)
const largestBet = 50
// Below this, and above its inverse, the parts are scaled anew.
const smallest = 1e-100

/**
 * Evidence against a claim on a mean: the wealth of someone who bets against it. If the claim is true, the
 * wealth ever reaches 1/α with a probability of at most α, however often one looks. Waudby-Smith and
 * Ramdas, "Estimating means of bounded random variables by betting", with draws without replacement.
 */
export class EProcess {
  private readonly options: EProcessOptions
  /** Every stake begins with an equal part; relative to `logScale`, so that no part gets too large or small. */
  private parts: number[] = stakes.map(() => 1 / stakes.length)
  private logScale = 0
  private seen = 0
  private sum = 0

  constructor(options: EProcessOptions) {
    this.options = options
  }

  /** Takes the next value in [0, 1]; returns the logarithm of the wealth. */
  observe(value: number): number {
    const { nullMean, populationSize } = this.options
    // What the claim allows as the mean of the values that are still to come.
    const expected = (populationSize * nullMean - this.sum) / (populationSize - this.seen)
    this.seen += 1
    this.sum += value
    if (expected > 0) {
      this.parts = this.parts.map((part, index) => {
        const bet = Math.min((stakes[index] ?? 0) / expected, largestBet)
        return part * (1 + bet * (value - expected))
      })
    }
    return this.logWealth()
  }

  private logWealth(): number {
    const wealth = this.parts.reduce((sum, part) => sum + part, 0)
    if (wealth < smallest || wealth > 1 / smallest) {
      this.parts = this.parts.map((part) => part / wealth)
      this.logScale += Math.log(wealth)
      return this.logScale
    }
    return this.logScale + Math.log(wealth)
  }
}
