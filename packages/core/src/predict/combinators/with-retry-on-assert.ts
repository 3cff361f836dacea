import { AssertionError } from '../../errors/assertion-error.ts'
import { Module } from '../../module/module.ts'
import type { Predictor } from '../../module/predictor.ts'
import type { ProgramInputs, ProgramOutputs } from '../../module/program.ts'
import { currentScope } from '../../settings/scope.ts'
import type { TraceStep } from '../../settings/trace-step.ts'
import { type RolloutChanges, runRollout } from '../rollouts/run-rollout.ts'
import { Stage } from '../rollouts/stage.ts'
import { unseen } from '../rollouts/unseen.ts'
import { complaint } from './complaint.ts'
import { pastAttempt } from './past-attempt.ts'
import { type Check, type RetryOnAssertOptions, resolveRetryOptions } from './retry-options.ts'
import { untilCallAborted } from './until-call-aborted.ts'

/** A module that is asked again, and told why, when a check does not pass. */
export class RetryOnAssert<P extends Module<never, object>> extends Module<
  ProgramInputs<P>,
  ProgramOutputs<P>
> {
  module: P
  check: Check<P>
  maxRetries: number
  mode: 'assert' | 'suggest'
  target: string | undefined

  constructor(module: P, options: RetryOnAssertOptions<P>) {
    super()
    const resolved = resolveRetryOptions(module, options)
    this.module = module
    this.check = resolved.check
    this.maxRetries = resolved.maxRetries
    this.mode = resolved.mode
    this.target = resolved.target
  }

  override async forward(inputs: ProgramInputs<P>): Promise<ProgramOutputs<P>> {
    const { module, maxRetries, mode } = this
    const { sink, trace } = currentScope()
    const stage = new Stage(sink, true)
    const complaints = new Set<string>()
    let changes: RolloutChanges = {}
    for (let retries = 0; ; retries += 1) {
      const rollout = await runRollout(module, inputs, stage, changes)
      const { prediction } = rollout
      const wrong = await unseen(() =>
        untilCallAborted(() => complaint(() => this.check(inputs, prediction))),
      )
      if (wrong === undefined || (mode === 'suggest' && retries >= maxRetries)) {
        trace?.push(...rollout.trace)
        return prediction
      }
      if (retries >= maxRetries) {
        throw new AssertionError(wrong, { prediction, attempts: retries + 1 })
      }
      complaints.add(wrong)
      const told = this.told(rollout.trace)
      changes = told ? { addedInputs: pastAttempt(told, rollout.trace, complaints) } : {}
    }
  }

  /** The predictor that hears of it: as in DSPy, the one that ran last, unless another is named. */
  private told(trace: readonly TraceStep[]): Predictor | undefined {
    const predictors = this.module.namedPredictors()
    const { target } = this
    if (target !== undefined) return predictors.find(([name]) => name === target)?.[1]
    const own = new Map<object, Predictor>(predictors.map(([, one]) => [one, one]))
    const last = trace.findLast(({ predictor }) => own.has(predictor))
    return last && own.get(last.predictor)
  }
}

/**
 * A module that is asked again when a check does not pass, with its past outputs and what was wrong as
 * further inputs (DSPy 2.5: assertions). Throws `AssertionError` when it never passes, unless the mode is
 * `suggest`.
 */
export function withRetryOnAssert<P extends Module<never, object>>(
  module: P,
  options: RetryOnAssertOptions<P>,
): RetryOnAssert<P> {
  return new RetryOnAssert(module, options)
}
