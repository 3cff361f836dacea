import { OptionError } from '../../errors/option-error.ts'
import type { Prediction } from '../../example/prediction.ts'
import type { Module } from '../../module/module.ts'
import type { ProgramInputs, ProgramOutputs } from '../../module/program.ts'

/** What a check makes of a prediction: true or nothing when it passes, else false or what is wrong. */
export type CheckResult = boolean | string | undefined

/** Tells what is wrong with a prediction; throwing an `AssertionError` (ours, or Node's) does so too. */
export type Check<P extends Module<never, object>> = (
  inputs: ProgramInputs<P>,
  prediction: Prediction<ProgramOutputs<P>>,
) => CheckResult | Promise<CheckResult>

/** What `withRetryOnAssert` may be told. */
export interface RetryOnAssertOptions<P extends Module<never, object>> {
  check: Check<P>
  /** How often the module is asked again; 2 by default (DSPy: `max_backtracks`). */
  maxRetries?: number
  /**
   * What follows when the last prediction does not pass either: `assert`, the default, throws
   * `AssertionError`; `suggest` returns it (DSPy: `Assert` and `Suggest`).
   */
  mode?: 'assert' | 'suggest'
  /** The predictor that is told what was wrong, by its name within the module; else the one that ran last. */
  target?: string
}

/** Options of which only the target may be absent. */
type Resolved<P extends Module<never, object>> = Required<Omit<RetryOnAssertOptions<P>, 'target'>> &
  Pick<RetryOnAssertOptions<P>, 'target'>

const defaults = { maxRetries: 2, mode: 'assert' } as const

/** The options with every default filled in; throws `OptionError`. */
export function resolveRetryOptions<P extends Module<never, object>>(
  module: P,
  options: RetryOnAssertOptions<P>,
): Resolved<P> {
  const resolved = { ...defaults, ...options }
  const { check, maxRetries, mode, target } = resolved
  if (typeof check !== 'function') {
    throw new OptionError('check', 'must be a function of the inputs and the prediction.')
  }
  if (!Number.isInteger(maxRetries) || maxRetries < 0) {
    throw new OptionError('maxRetries', `must be a whole number from 0, not ${maxRetries}.`)
  }
  if (mode !== 'assert' && mode !== 'suggest') {
    throw new OptionError('mode', `must be 'assert' or 'suggest', not ${String(mode)}.`)
  }
  const names = module.namedPredictors().map(([name]) => name)
  if (target !== undefined && !names.includes(target)) {
    throw new OptionError('target', `must be one of ${names.join(', ')}, not \`${target}\`.`)
  }
  return resolved
}
