import { BootstrapFewShot, LabeledFewShot } from '@ockham/optimizers'
import type { Contender } from './contender.ts'
import { RandomEdits } from './random-edits.ts'

/** The optimizers that `main.ts` compares; the last is the control. */
export const contenders: readonly Contender[] = [
  { name: 'LabeledFewShot', makeOptimizer: ({ seed }) => new LabeledFewShot({ seed }) },
  {
    name: 'BootstrapFewShot',
    makeOptimizer: ({ seed, world: { metric } }) => new BootstrapFewShot({ metric, seed }),
  },
  { name: 'random edits', makeOptimizer: (setup) => new RandomEdits(setup) },
]
