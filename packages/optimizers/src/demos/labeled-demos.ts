import type { Demo, Predictor } from '@ockham/core'
import type { Random } from '../random/random.ts'
import { sample } from '../random/sample.ts'
import { demosFor } from './demos-for.ts'

/** At most `count` of the examples as demonstrations of a predictor: random ones, or else the first. */
export function labeledDemos(
  predictor: Predictor,
  examples: readonly object[],
  count: number,
  random: Random | undefined,
): Demo[] {
  const demos = demosFor(predictor, examples)
  return random === undefined ? demos.slice(0, count) : sample(demos, count, random)
}
