import { checkFraction, OptionError, StateError } from '@ockham/core'
import { checkWholeNumber } from '../../options/check-whole-number.ts'
import { largestBet, stakes } from './stakes.ts'

/** What is claimed of a mean, and how rare a false alarm must be. */
export interface EDetectorOptions {
  /** The claim: the mean of the values, which are in [0, 1], is at least this. */
  target: number
  /** While the claim is true, an alarm comes after at least so many values on average. */
  averageRunLength: number
  /** That of a detector with the same options, to go on where it was. */
  state?: readonly number[]
}

/**
 * Watches values in order of time, and raises an alarm when their mean has fallen below a target at some time that
 * nobody knows: bets as in `EProcess` are begun anew at every value, and their wealth is added up. A
 * Shiryaev-Roberts e-detector (Shin, Ramdas and Rinaldo, "E-detectors: a nonparametric framework for sequential change
 * detection"). The alarm stays. Throws `OptionError` for options that cannot be used, and `StateError` for such a state.
 */
export class EDetector {
  private readonly options: EDetectorOptions
  /** The wealth of each stake: the sum over all times at which its bets began. */
  private readonly parts: Float64Array
  private mean: number

  constructor(options: EDetectorOptions) {
    checkFraction('target', options.target)
    checkWholeNumber('averageRunLength', options.averageRunLength, 2)
    this.options = options
    this.parts = partsOf(options.state)
    this.mean = this.parts.reduce((sum, part) => sum + part, 0) / stakes.length
  }

  /** Whether the claim is no longer believed. */
  get alarm(): boolean {
    return this.mean >= this.options.averageRunLength
  }

  /** How much there is of the evidence that an alarm takes: 0 is none, 1 is enough. */
  get evidence(): number {
    return Math.log1p(this.mean) / Math.log1p(this.options.averageRunLength)
  }

  /** To go on later from here. */
  get state(): readonly number[] {
    return [...this.parts]
  }

  /** Takes the next value; returns whether there is an alarm. Throws `OptionError` for what is not in [0, 1]. */
  observe(value: number): boolean {
    if (!(value >= 0 && value <= 1)) {
      throw new OptionError('value', `must be a number from 0 to 1, not ${value}.`)
    }
    // A value at the target says nothing. Bets begun there would add up to an alarm by themselves.
    if (!this.alarm && value !== this.options.target) this.bet(this.options.target - value)
    return this.alarm
  }

  // Parts stay in range without logarithms: before an alarm they are limited, and no bet loses all.
  private bet(gain: number): void {
    const { parts } = this
    const perStake = 1 / (1 - this.options.target)
    let sum = 0
    for (let index = 0; index < stakes.length; index += 1) {
      const bet = Math.min((stakes[index] ?? 0) * perStake, largestBet)
      const part = ((parts[index] ?? 0) + 1) * (1 + bet * gain)
      parts[index] = part
      sum += part
    }
    this.mean = sum / stakes.length
  }
}

function partsOf(state: readonly number[] | undefined): Float64Array {
  if (state === undefined) return new Float64Array(stakes.length)
  if (state.length === stakes.length && state.every((part) => Number.isFinite(part) && part >= 0)) {
    return Float64Array.from(state)
  }
  throw new StateError(
    `The state of a detector is ${stakes.length} numbers from 0; pass it as \`state\` gave it.`,
  )
}
