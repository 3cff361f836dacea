import {
  BootstrapFewShot,
  BootstrapFewShotWithRandomSearch,
  COPRO,
  GEPA,
  InferRules,
  LabeledFewShot,
  MIPROv2,
  SIMBA,
} from '@ockham/optimizers'
import type { Contender } from './contender.ts'
import { RandomEdits } from './random-edits.ts'

/** The optimizers that `main.ts` compares; the last is the control. */
export const contenders: readonly Contender[] = [
  { name: 'LabeledFewShot', makeOptimizer: ({ seed }) => new LabeledFewShot({ seed }) },
  {
    name: 'BootstrapFewShot',
    makeOptimizer: ({ seed, world: { metric } }) => new BootstrapFewShot({ metric, seed }),
  },
  {
    name: 'BootstrapRS',
    makeOptimizer: ({ seed, world: { metric } }) =>
      new BootstrapFewShotWithRandomSearch({ metric, seed }),
  },
  {
    name: 'COPRO',
    makeOptimizer: ({ seed, world: { metric, proposer: promptModel } }) =>
      new COPRO({ metric, promptModel, seed }),
  },
  {
    name: 'InferRules',
    makeOptimizer: ({ seed, world: { metric, proposer: promptModel } }) =>
      new InferRules({ metric, promptModel, seed }),
  },
  {
    name: 'SIMBA',
    makeOptimizer: ({ seed, world: { metric, proposer: promptModel } }) =>
      new SIMBA({ metric, promptModel, seed }),
  },
  {
    name: 'MIPROv2',
    makeOptimizer: ({ seed, world: { metric, proposer: promptModel } }) =>
      new MIPROv2({ metric, promptModel, seed }),
  },
  {
    name: 'GEPA',
    makeOptimizer: ({ seed, world: { feedbackMetric: metric, proposer: reflectionLM } }) =>
      new GEPA({ metric, reflectionLM, seed, auto: 'heavy' }),
  },
  { name: 'random edits', makeOptimizer: (setup) => new RandomEdits(setup) },
]
