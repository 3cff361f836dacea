import type { Prediction } from '../../example/prediction.ts'
import type { Module } from '../../module/module.ts'
import type { ProgramInputs, ProgramOutputs } from '../../module/program.ts'
import type { AddedInputs } from '../../settings/added-inputs.ts'
import type { CallOptions } from '../../settings/call-options.ts'
import { currentScope, inScope, type Scope } from '../../settings/scope.ts'
import type { TraceStep } from '../../settings/trace-step.ts'
import { traced } from '../../settings/traced.ts'
import { callProgram } from './call-program.ts'
import type { Appearance, Stage } from './stage.ts'

/** One of several runs of a program on the same inputs. */
export interface Rollout<P extends Module<never, object>> {
  readonly prediction: Prediction<ProgramOutputs<P>>
  /** The run's own steps, which no trace has unless the run counts. */
  readonly trace: readonly TraceStep[]
  readonly appearance: Appearance
}

/** How a run differs from a plain call. */
export interface RolloutChanges extends Pick<Scope, 'defaults' | 'addedInputs'> {
  readonly options?: CallOptions
}

/** Runs a program aside: neither a trace nor the reader of a stream is to know yet whether it counts. */
export async function runRollout<P extends Module<never, object>>(
  program: P,
  inputs: ProgramInputs<P>,
  stage: Stage,
  { options = {}, addedInputs, ...changes }: RolloutChanges = {},
): Promise<Rollout<P>> {
  const appearance = await stage.enter()
  const added = addedInputs ? { addedInputs: joined(addedInputs) } : {}
  const { result, trace } = await inScope({ ...changes, ...added, sink: appearance.sink }, () =>
    traced(() => callProgram(program, inputs, options)),
  )
  return { prediction: result, trace, appearance }
}

// Programs around this one may add inputs too.
function joined(inner: AddedInputs): AddedInputs {
  const all = new Map(currentScope().addedInputs)
  for (const [predictor, inputs] of inner) {
    all.set(predictor, [...(all.get(predictor) ?? []), ...inputs])
  }
  return all
}
