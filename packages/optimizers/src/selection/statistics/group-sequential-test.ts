import { OptionError } from '@ockham/core'
import type { GroupSequentialDesign } from './group-sequential-design.ts'
import type { Decision, SequentialTest } from './sequential-test.ts'

/** How far below a reference is adequate, and when one looks. */
export interface GroupSequentialTestOptions {
  /** How far below the reference's mean score an adequate one may be, in [0, 1]. */
  tolerance: number
  design: GroupSequentialDesign
}

// With fewer, the normal approximation certifies too often what fails rarely.
const fewestExamples = 50
const fewestDiscordant = 5
const added = 2

/**
 * The approximate counterpart of `NonInferiorityTest` for future data: a paired z test at a few planned looks, with
 * error spending of O'Brien and Fleming's type (see `groupSequentialBoundaries`). Its error probability holds only
 * as far as means are normal: in simulations up to 0.06 where 0.05 was asked for. It certifies nothing before 50
 * examples of which 5 set the two apart.
 */
export class GroupSequentialTest implements SequentialTest {
  private readonly options: GroupSequentialTestOptions
  private look = 0
  private seen = 0
  private discordant = 0
  private sum = 0
  private squares = 0
  decision: Decision = 'continue'
  evidence = 0

  constructor(options: GroupSequentialTestOptions) {
    this.options = options
  }

  /** Takes the scores on the next example; throws `OptionError` without that of the reference. */
  observe(score: number, referenceScore?: number): Decision {
    if (referenceScore === undefined) {
      throw new OptionError('referenceScore', 'is missing: pass that of the same example.')
    }
    if (this.decision !== 'continue') return this.decision
    const difference = score - referenceScore
    this.seen += 1
    if (difference !== 0) this.discordant += 1
    this.sum += difference
    this.squares += difference ** 2
    if (this.seen === this.options.design.looks[this.look]) this.decision = this.decide()
    return this.decision
  }

  private decide(): Decision {
    const { looks, boundaries, futilityBoundaries } = this.options.design
    const limit = boundaries[this.look] ?? Number.POSITIVE_INFINITY
    const futileLimit = futilityBoundaries[this.look] ?? Number.POSITIVE_INFINITY
    this.look += 1
    const z = this.z()
    this.evidence = z / limit
    const enough = this.seen >= fewestExamples && this.discordant >= fewestDiscordant
    if (enough && z >= limit) return 'certified'
    return -z >= futileLimit || this.look === looks.length ? 'futile' : 'continue'
  }

  private z(): number {
    const { seen, sum, squares } = this
    const mean = sum / seen
    // With an example won and one lost added, as Bonett and Price (2012) do: a few that are alike prove little.
    const variance = (squares + added - (seen + added) * (sum / (seen + added)) ** 2) / (seen + 1)
    const { tolerance } = this.options
    // What a mean at the boundary has at least, by scores of 0 and 1: too few losses seen make too small a variance.
    const least = tolerance * (1 - tolerance)
    return (mean + tolerance) / Math.sqrt(Math.max(variance, least) / seen)
  }
}
