import { evaluate } from '@ockham/core'
import type { World, WorldProgram } from '../world/world.ts'
import { runOn } from './run-on.ts'

/** The score of a program on the test split. */
export async function heldOut(
  world: World,
  program: WorldProgram,
  model: keyof World['models'] = 'small',
): Promise<number> {
  const { testset: devset, metric } = world
  const { score } = await runOn(world, model, () => evaluate(program, { devset, metric }))
  return score
}
