import type { Example, Predictor } from '@ockham/core'
import { demoExample } from './demo-example.ts'
import { demosFor } from './demos-for.ts'

/** The examples as far as a predictor has fields for them, its inputs marked; none where they show nothing of it. */
export function labelledExamples(predictor: Predictor, trainset: readonly object[]): Example[] {
  return demosFor(predictor, trainset).map((demo) => demoExample(predictor, demo))
}
