import { context } from '@ockham/core'
import type { World } from '../world/world.ts'

/** Runs something with a model of the world as the LM, without keeping records of the calls. */
export function runOn<Result>(
  world: World,
  model: keyof World['models'],
  run: () => Promise<Result>,
): Promise<Result> {
  return context({ lm: world.models[model], telemetry: false, history: 0 }, run)
}
