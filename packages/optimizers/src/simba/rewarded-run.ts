import type { RewardedRun } from '../instructions/advice/compare-runs.ts'
import type { Evaluation } from '../run/evaluation.ts'

/** An evaluation, as an LM is shown it. */
export function rewardedRun({ score, steps, outputs, feedback, error }: Evaluation): RewardedRun {
  const said = feedback ?? (error && `${error.name}: ${error.message}`)
  return {
    reward: score,
    steps: steps.map((step) => ({ ...step, predictor: step.predictor ?? 'unnamed' })),
    ...(outputs === undefined ? {} : { result: outputs }),
    ...(said === undefined ? {} : { feedback: said }),
  }
}
