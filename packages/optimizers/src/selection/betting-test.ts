import { EProcess } from './e-process.ts'

/** What is asked of a mean, and how sure the answer must be. */
export interface BettingTestOptions {
  /** The least mean that is adequate. */
  target: number
  /** Values in the population; they are observed in random order, each once. */
  populationSize: number
  /** The probability of certifying a mean that is below the target is at most this. */
  errorProbability: number
}

/** What a test has found: undefined while it cannot tell. */
export type Decision = 'certified' | 'rejected' | undefined

// A rejection only ends the spending on a model, so its own error need not be tied to the user's.
const futilityErrorProbability = 0.05
// What adding up scores may be off by, for each of them.
const rounding = 1e-12

/**
 * Decides whether the mean of a finite population is at least a target, as early as the values allow. May
 * be asked after every value; once all are seen its answer is exact.
 */
export class BettingTest {
  private readonly options: BettingTestOptions
  private readonly adequacy: EProcess
  private readonly futility: EProcess
  private sum = 0
  private seen = 0
  /** What is found so far; a decision stays. */
  decision: Decision

  constructor(options: BettingTestOptions) {
    const { target, populationSize } = options
    this.options = options
    this.adequacy = new EProcess({ nullMean: target, populationSize })
    this.futility = new EProcess({ nullMean: 1 - target, populationSize })
  }

  /** Takes the next value, in [0, 1]. */
  observe(value: number): Decision {
    if (this.decision !== undefined) return this.decision
    this.sum += value
    this.seen += 1
    const adequacy = this.adequacy.observe(value)
    const futility = this.futility.observe(1 - value)
    this.decision = this.certainty() ?? this.bet(adequacy, futility)
    return this.decision
  }

  /** What follows whatever the values to come are. */
  private certainty(): Decision {
    const { target, populationSize } = this.options
    const needed = (target - rounding) * populationSize
    if (this.sum >= needed) return 'certified'
    return this.sum + populationSize - this.seen < needed ? 'rejected' : undefined
  }

  private bet(adequacy: number, futility: number): Decision {
    if (adequacy >= -Math.log(this.options.errorProbability)) return 'certified'
    return futility >= -Math.log(futilityErrorProbability) ? 'rejected' : undefined
  }
}
