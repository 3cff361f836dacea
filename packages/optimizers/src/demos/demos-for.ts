import type { Demo, Predictor } from '@ockham/core'
import { demoFor } from './demo-for.ts'

/** What examples show of a predictor, in their order; nothing of those that show nothing. */
export function demosFor(predictor: Predictor, examples: readonly object[]): Demo[] {
  return examples.map((values) => demoFor(predictor, values)).filter((demo) => demo !== undefined)
}
