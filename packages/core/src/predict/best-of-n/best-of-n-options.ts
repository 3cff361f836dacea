import { OptionError } from '../../errors/option-error.ts'
import type { AnyProgram } from '../../module/program.ts'
import { type RolloutOptions, resolveRolloutOptions } from '../rollouts/rollout-options.ts'

/** What BestOfN may be told. */
export interface BestOfNOptions<P extends AnyProgram> extends RolloutOptions<P> {
  /** Runs at a time, 1 by default; with more, those that are not needed any more are aborted. */
  concurrency?: number
}

const defaults = { concurrency: 1 }

/** The options with every default filled in; throws `OptionError`. */
export function resolveBestOfNOptions<P extends AnyProgram>(
  options: BestOfNOptions<P>,
): Required<BestOfNOptions<P>> {
  const { concurrency } = { ...defaults, ...options }
  if (!Number.isInteger(concurrency) || concurrency < 1) {
    throw new OptionError('concurrency', `must be a whole number from 1, not ${concurrency}.`)
  }
  return { ...resolveRolloutOptions(options), concurrency }
}
