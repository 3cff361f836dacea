import { runConcurrently } from '../../internal/run-concurrently.ts'
import { Module } from '../../module/module.ts'
import type { ProgramInputs, ProgramOutputs } from '../../module/program.ts'
import { Contest } from '../rollouts/contest.ts'
import type { RewardFn } from '../rollouts/reward.ts'
import { type BestOfNOptions, resolveBestOfNOptions } from './best-of-n-options.ts'

/**
 * Runs a module up to `n` times and gives the prediction with the highest reward, or the first that
 * reaches the threshold (dspy.BestOfN). Each run has a `rolloutId` of its own, and temperature 1 where
 * neither the call nor the predictor sets one.
 */
export class BestOfN<P extends Module<never, object>> extends Module<
  ProgramInputs<P>,
  ProgramOutputs<P>
> {
  module: P
  n: number
  rewardFn: RewardFn<P>
  threshold: number
  failCount: number
  concurrency: number

  constructor(module: P, options: BestOfNOptions<P>) {
    super()
    const resolved = resolveBestOfNOptions(options)
    this.module = module
    this.n = resolved.n
    this.rewardFn = resolved.rewardFn
    this.threshold = resolved.threshold
    this.failCount = resolved.failCount
    this.concurrency = resolved.concurrency
  }

  override async forward(inputs: ProgramInputs<P>): Promise<ProgramOutputs<P>> {
    const { module: program, n, concurrency, rewardFn, threshold, failCount } = this
    const live = concurrency === 1
    const contest = new Contest({ program, inputs, live, rewardFn, threshold, failCount })
    await runConcurrently(n, concurrency, async (index) => {
      await contest.attempt(index)
    })
    return contest.finish()
  }
}
