import { EProcess } from './e-process.ts'
import type { Decision, SequentialTest } from './sequential-test.ts'

/** What is asked of a mean, and how sure the answer must be. */
export interface BettingTestOptions {
  /** The least mean that is adequate. */
  target: number
  /**
   * Values in the population; they are observed in random order, each once. `Infinity` for draws from data
   * yet to come, or with replacement.
   */
  populationSize: number
  /** The probability of certifying a mean that is below the target is at most this. */
  errorProbability: number
  /** The probability of giving up on a mean that reaches the target; 0.05 by default, 0 to give up only when sure. */
  futilityErrorProbability?: number
  /** Values that are seen before any certificate, but for one that is certain; 0 by default. */
  leastExamples?: number
}

// Giving up only ends the spending on a model, so its own error need not be tied to the user's.
const defaults = { futilityErrorProbability: 0.05, leastExamples: 0 }
// What adding up scores may be off by, for each of them.
const rounding = 1e-12

/**
 * Decides whether the mean of a population is at least a target, such as a floor, as early as the values
 * allow, by bets against either answer (see `EProcess`). May be asked after every value; once all values of
 * a finite population are seen its answer is exact.
 */
export class BettingTest implements SequentialTest {
  private readonly options: Required<BettingTestOptions>
  private readonly adequacy: EProcess
  private readonly futility: EProcess
  private sum = 0
  private seen = 0
  decision: Decision = 'continue'
  evidence = 0

  constructor(options: BettingTestOptions) {
    const { target, populationSize } = options
    this.options = { ...defaults, ...options }
    this.adequacy = new EProcess({ nullMean: target, populationSize })
    this.futility = new EProcess({ nullMean: 1 - target, populationSize })
  }

  /** Takes the next value, in [0, 1]. */
  observe(value: number): Decision {
    if (this.decision !== 'continue') return this.decision
    this.sum += value
    this.seen += 1
    const certainty = this.certainty()
    this.decision = certainty === 'continue' ? this.bet(value) : certainty
    if (certainty === 'certified') this.evidence = 1
    return this.decision
  }

  /** What follows whatever the values to come are. */
  private certainty(): Decision {
    const { target, populationSize } = this.options
    if (target <= 0) return 'certified'
    if (populationSize === Number.POSITIVE_INFINITY) return 'continue'
    const needed = (target - rounding) * populationSize
    if (this.sum >= needed) return 'certified'
    return this.sum + populationSize - this.seen < needed ? 'futile' : 'continue'
  }

  private bet(value: number): Decision {
    const { errorProbability, futilityErrorProbability, leastExamples } = this.options
    this.evidence = this.adequacy.observe(value) / -Math.log(errorProbability)
    if (this.evidence >= 1 && this.seen >= leastExamples) return 'certified'
    if (futilityErrorProbability === 0) return 'continue'
    const against = this.futility.observe(1 - value)
    return against >= -Math.log(futilityErrorProbability) ? 'futile' : 'continue'
  }
}
