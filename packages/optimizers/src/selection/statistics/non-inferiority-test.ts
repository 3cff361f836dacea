import { OptionError } from '@ockham/core'
import { BettingTest, type BettingTestOptions } from './betting-test.ts'
import { pairedTarget, pairedValue } from './paired-value.ts'
import type { Decision, SequentialTest } from './sequential-test.ts'

/** How far below a reference is adequate, and how sure the answer must be. */
export interface NonInferiorityTestOptions extends Omit<BettingTestOptions, 'target'> {
  /** How far below the reference's mean score an adequate one may be, in [0, 1]. */
  tolerance: number
}

/**
 * Decides whether a model's mean score is at most `tolerance` below that of a reference on the same examples:
 * a `BettingTest` of the paired differences, valid at any time and for any scores in [0, 1].
 */
export class NonInferiorityTest implements SequentialTest {
  private readonly test: BettingTest

  constructor({ tolerance, ...options }: NonInferiorityTestOptions) {
    this.test = new BettingTest({ ...options, target: pairedTarget(tolerance) })
  }

  get decision(): Decision {
    return this.test.decision
  }

  get evidence(): number {
    return this.test.evidence
  }

  /** Takes the scores on the next example; throws `OptionError` without that of the reference. */
  observe(score: number, referenceScore?: number): Decision {
    if (referenceScore === undefined) {
      throw new OptionError('referenceScore', 'is missing: pass that of the same example.')
    }
    return this.test.observe(pairedValue(score, referenceScore))
  }
}
