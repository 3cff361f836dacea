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

/**
 * Evidence against a claim on a mean: the wealth of someone who bets against it. If the claim is true, the
 * wealth ever reaches 1/α with a probability of at most α, however often one looks. Waudby-Smith and
 * Ramdas, "Estimating means of bounded random variables by betting", with draws without replacement.
 */
export class EProcess {
  private readonly options: EProcessOptions
  private readonly logWealths: number[] = stakes.map(() => 0)
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
    if (expected > 0) {
      for (const [index, stake] of stakes.entries()) {
        const bet = Math.min(stake / expected, largestBet)
        this.logWealths[index] =
          (this.logWealths[index] ?? 0) + Math.log1p(bet * (value - expected))
      }
    }
    this.seen += 1
    this.sum += value
    return this.logWealth()
  }

  // Every stake began with an equal part, so the wealth is the mean of what the parts became.
  private logWealth(): number {
    const largest = Math.max(...this.logWealths)
    const sum = this.logWealths.reduce((total, wealth) => total + Math.exp(wealth - largest), 0)
    return largest + Math.log(sum / stakes.length)
  }
}
