import { MetricError } from '../../errors/metric-error.ts'
import type { Prediction } from '../../example/prediction.ts'
import type { AnyProgram, ProgramInputs, ProgramOutputs } from '../../module/program.ts'

/** Says how good a prediction is, the higher the better; true counts as 1 and false as 0. */
export type RewardFn<P extends AnyProgram> = (
  inputs: ProgramInputs<P>,
  prediction: Prediction<ProgramOutputs<P>>,
) => number | boolean | Promise<number | boolean>

/** The reward of a prediction as a number; throws `MetricError` for anything else. */
export async function rewardOf<P extends AnyProgram>(
  rewardFn: RewardFn<P>,
  inputs: ProgramInputs<P>,
  prediction: Prediction<ProgramOutputs<P>>,
): Promise<number> {
  const reward: unknown = await rewardFn(inputs, prediction)
  if (typeof reward === 'boolean') return reward ? 1 : 0
  if (typeof reward === 'number' && !Number.isNaN(reward)) return reward
  throw new MetricError(`\`rewardFn\` returned ${String(reward)}; return a number or a boolean.`)
}
