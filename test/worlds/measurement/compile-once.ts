import { trackUsage } from '@ockham/core'
import type { World } from '../world/world.ts'
import type { Contender, ContenderSetup } from './contender.ts'
import { heldOut } from './held-out.ts'
import { runOn } from './run-on.ts'

/** What came of one compilation. */
export interface Outcome {
  /** Held-out score of the compiled program. */
  readonly score: number
  /** LM calls of compiling that no cache answered, and US dollars. */
  readonly calls: number
  readonly costUSD: number
}

/** Compiles the seed program of a world, and scores the result on rows nobody has seen. */
export async function compileOnce(
  contender: Contender,
  setup: ContenderSetup,
  model: keyof World['models'] = 'small',
): Promise<Outcome> {
  const { world, budget } = setup
  const { trainset, valset } = world
  const { result, usage } = await runOn(world, model, () =>
    trackUsage(() =>
      contender.makeOptimizer(setup).compile(world.seedProgram(), { trainset, valset, budget }),
    ),
  )
  const score = await heldOut(world, result.program, model)
  return { score, calls: usage.calls - usage.cachedCalls, costUSD: usage.costUSD }
}
