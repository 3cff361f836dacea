import type { Demo, Predictor } from '@ockham/core'
import type { Random } from '../random/random.ts'
import { sample } from '../random/sample.ts'
import { demoFor } from './demo-for.ts'

/** At most `count` of the examples as demonstrations of a predictor: random ones, or else the first. */
export function labeledDemos(
  predictor: Predictor,
  examples: readonly object[],
  count: number,
  random: Random | undefined,
): Demo[] {
  const demos = examples
    .map((example) => demoFor(predictor, example))
    .filter((demo) => demo !== undefined)
  return random === undefined ? demos.slice(0, count) : sample(demos, count, random)
}
