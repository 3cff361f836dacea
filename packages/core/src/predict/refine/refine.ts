import type { LM } from '../../lm/lm.ts'
import { Module } from '../../module/module.ts'
import type { ProgramInputs, ProgramOutputs } from '../../module/program.ts'
import { Contest } from '../rollouts/contest.ts'
import type { RewardFn } from '../rollouts/reward.ts'
import { advise } from './advise.ts'
import { hints } from './hints.ts'
import { type RefineOptions, resolveRefineOptions } from './refine-options.ts'

/**
 * BestOfN that learns between its runs (dspy.Refine): after a run below the threshold an LM writes
 * advice for each predictor, which the next run gets as an input `hint_`. The module itself stays as it is.
 */
export class Refine<P extends Module<never, object>> extends Module<
  ProgramInputs<P>,
  ProgramOutputs<P>
> {
  module: P
  n: number
  rewardFn: RewardFn<P>
  threshold: number
  failCount: number
  rewardDescription: string
  adviceLM: LM | undefined

  constructor(module: P, options: RefineOptions<P>) {
    super()
    const resolved = resolveRefineOptions(options)
    this.module = module
    this.n = resolved.n
    this.rewardFn = resolved.rewardFn
    this.threshold = resolved.threshold
    this.failCount = resolved.failCount
    this.rewardDescription = resolved.rewardDescription
    this.adviceLM = resolved.adviceLM
  }

  override async forward(inputs: ProgramInputs<P>): Promise<ProgramOutputs<P>> {
    const { module: program, n, rewardFn, threshold, failCount } = this
    const contest = new Contest({ program, inputs, live: true, rewardFn, threshold, failCount })
    const predictors = program.namedPredictors()
    let advice: ReadonlyMap<string, string> | undefined
    for (let index = 0; index < n && !contest.isOver; index += 1) {
      const changes = advice ? { addedInputs: hints(predictors, advice) } : {}
      const scored = await contest.attempt(index, changes)
      if (contest.isOver || index === n - 1 || !scored) continue
      // Advice that cannot be had costs no run; what was advised before still holds.
      advice = (await advise(this, inputs, scored)) ?? advice
    }
    return contest.finish()
  }
}
