import {
  BetterTogether,
  BootstrapFewShot,
  BootstrapFewShotWithRandomSearch,
  COPRO,
  GEPA,
  InferRules,
  KNNFewShot,
  LabeledFewShot,
  MIPROv2,
  SIMBA,
} from '@ockham/optimizers'
import type { Contender, ContenderSetup } from './contender.ts'
import { markEmbedder } from './mark-embedder.ts'
import { RandomEdits } from './random-edits.ts'
import { voting } from './voting.ts'

const gepa = ({
  seed,
  world: { feedbackMetric: metric, proposer: reflectionLM },
}: ContenderSetup) => new GEPA({ metric, reflectionLM, seed, auto: 'heavy' })

/** Edits at random; what they gain, an optimizer gains without learning anything. */
export const control: Contender = {
  name: 'random edits',
  makeOptimizer: (setup) => new RandomEdits(setup),
}

/**
 * The optimizers that `main.ts` compares; models that are simulated cannot be fine-tuned. All have their defaults but
 * MIPROv2 and GEPA, which are heavy and not light: the light ones end by themselves long before the larger budgets,
 * of which the comparison would then tell nothing.
 */
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
    name: 'KNNFewShot',
    makeOptimizer: ({ seed, world: { metric, tables } }) => {
      const [table] = tables
      if (table === undefined) throw new Error('A world has a table.')
      return new KNNFewShot({ k: 7, embedder: markEmbedder(table), metric, seed })
    },
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
      new MIPROv2({ metric, promptModel, seed, auto: 'heavy' }),
  },
  { name: 'GEPA', usesFeedback: true, makeOptimizer: gepa },
  { name: 'Ensemble', makeOptimizer: voting },
  {
    name: 'BetterTogether',
    usesFeedback: true,
    makeOptimizer: (setup) => {
      const { seed, world } = setup
      const { metric } = world
      const d = new BootstrapFewShotWithRandomSearch({ metric, seed })
      const optimizers = { i: gepa(setup), d }
      return new BetterTogether({ metric, optimizers, strategy: 'i -> d', seed })
    },
  },
]
