import { type Demo, type Example, example, type Predictor } from '@ockham/core'

/** A demonstration of a predictor as an example, its inputs marked. */
export function demoExample({ signature }: Predictor, demo: Demo): Example {
  const inputs = signature.inputFields.map(({ name }) => name)
  return example({ ...demo }, { inputs: inputs.filter((name) => Object.hasOwn(demo, name)) })
}
