import { OptionError } from '../../errors/option-error.ts'
import type { AnyProgram } from '../../module/program.ts'
import type { RewardFn } from './reward.ts'

/** How often a program is run, and when a run is good enough. */
export interface RolloutOptions<P extends AnyProgram> {
  /** Runs at most (DSPy: `N`). */
  n: number
  rewardFn: RewardFn<P>
  /** A prediction with this reward or more ends the search. */
  threshold: number
  /** Runs that may fail before the error of the last is thrown; `n` by default. */
  failCount?: number
}

/** The options with every default filled in; throws `OptionError`. */
export function resolveRolloutOptions<P extends AnyProgram>(
  options: RolloutOptions<P>,
): Required<RolloutOptions<P>> {
  const { n, rewardFn, threshold, failCount = n } = options
  if (!Number.isInteger(n) || n < 1) {
    throw new OptionError('n', `must be a whole number from 1, not ${n}.`)
  }
  if (typeof rewardFn !== 'function') {
    throw new OptionError('rewardFn', 'must be a function of the inputs and the prediction.')
  }
  if (typeof threshold !== 'number' || Number.isNaN(threshold)) {
    throw new OptionError('threshold', `must be a number, not ${threshold}.`)
  }
  if (!Number.isInteger(failCount) || failCount < 0) {
    throw new OptionError('failCount', `must be a whole number from 0, not ${failCount}.`)
  }
  return { n, rewardFn, threshold, failCount }
}
