import { type Example, example, type Predictor } from '@ockham/core'
import { demoFor } from './demo-for.ts'

/** The examples as far as a predictor has fields for them, its inputs marked; none where they show nothing of it. */
export function labelledExamples(predictor: Predictor, trainset: readonly object[]): Example[] {
  const { inputs } = predictor.signature
  return trainset
    .map((gold) => demoFor(predictor, gold))
    .filter((demo) => demo !== undefined)
    .map((demo) =>
      example(
        { ...demo },
        { inputs: Object.keys(inputs).filter((name) => Object.hasOwn(demo, name)) },
      ),
    )
}
