import type { Example, Predictor } from '@ockham/core'
import { labelledExamples } from '../demos/labelled-examples.ts'

/**
 * What a predictor's rules can be found in: the examples, as far as it has fields for them. One inside a program may
 * have none in common with them; then it is what the predictor did in good runs.
 */
export function ruleExamples(predictor: Predictor, trainset: readonly object[]): Example[] {
  const labelled = labelledExamples(predictor, trainset)
  return labelled.length > 0 ? labelled : labelledExamples(predictor, predictor.demos)
}
