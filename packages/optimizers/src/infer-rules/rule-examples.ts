import { type Demo, type Example, example, type Predictor } from '@ockham/core'
import { demoFor } from '../demos/demo-for.ts'

/**
 * What a predictor's rules can be found in: the examples, as far as it has fields for them. One inside a program may
 * have none in common with them; then it is what the predictor did in good runs.
 */
export function ruleExamples(predictor: Predictor, trainset: readonly object[]): Example[] {
  const labelled = trainset
    .map((gold) => demoFor(predictor, gold))
    .filter((demo) => demo !== undefined)
  const shown = labelled.length > 0 ? labelled : predictor.demos
  return shown.map((demo) => asExample(demo, predictor))
}

function asExample(demo: Demo, { signature }: Predictor): Example {
  const inputs = Object.keys(signature.inputs).filter((name) => Object.hasOwn(demo, name))
  return example({ ...demo }, { inputs })
}
