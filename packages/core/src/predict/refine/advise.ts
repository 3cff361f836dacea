import { throwIfAborted } from '../../lm/attempts/throw-if-aborted.ts'
import type { LM } from '../../lm/lm.ts'
import type { Module } from '../../module/module.ts'
import { currentSetting } from '../../settings/current-setting.ts'
import { currentScope } from '../../settings/scope.ts'
import { Predict } from '../predict.ts'
import type { ScoredRollout } from '../rollouts/contest.ts'
import { unseen } from '../rollouts/unseen.ts'
import { describePredictors } from './describe-predictors.ts'
import { describeValue } from './describe-value.ts'
import { type AttemptReport, offerFeedback } from './offer-feedback.ts'

/** What is refined, how its results are scored, and who advises. */
interface Refined {
  readonly module: Module<never, object>
  readonly threshold: number
  readonly rewardDescription: string
  readonly adviceLM: LM | undefined
}

/** Advice after a run, by the names of predictors; undefined when none can be had. Throws `AbortError`. */
export async function advise<P extends Module<never, object>>(
  refined: Refined,
  inputs: object,
  rollout: ScoredRollout<P>,
): Promise<ReadonlyMap<string, string> | undefined> {
  const adviser = new Predict(offerFeedback)
  adviser.lm = refined.adviceLM ?? currentSetting('lm') ?? lmOf(refined.module)
  try {
    const { advice } = await unseen(() => adviser(report(refined, inputs, rollout)))
    return new Map(Object.entries(advice))
  } catch {
    throwIfAborted(currentScope().call.signal)
    return undefined
  }
}

function report<P extends Module<never, object>>(
  { module, threshold, rewardDescription }: Refined,
  inputs: object,
  { prediction, trace, reward }: ScoredRollout<P>,
): AttemptReport {
  const predictors = module.namedPredictors()
  const names = new Map<object, string>(predictors.map(([name, predictor]) => [predictor, name]))
  const trajectory = trace.map(({ predictor, inputs: taken, outputs }) => ({
    module_name: names.get(predictor) ?? 'unnamed',
    inputs: taken,
    outputs,
  }))
  return {
    modules_defn: describePredictors(predictors),
    program_inputs: describeValue(inputs),
    program_trajectory: describeValue(trajectory),
    program_outputs: describeValue(prediction),
    reward_description: rewardDescription,
    target_threshold: threshold,
    reward_value: reward,
    module_names: [...names.values()],
  }
}

function lmOf(module: Module<never, object>): LM | undefined {
  return module.predictors().find(({ lm }) => lm !== undefined)?.lm
}
