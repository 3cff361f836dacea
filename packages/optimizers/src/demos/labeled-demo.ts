import type { Demo, Predictor } from '@ockham/core'

/** An example as a demonstration of a predictor: those of its fields that the signature has. */
export function labeledDemo({ signature }: Predictor, example: object): Demo | undefined {
  const labels = Object.entries(example).filter(([, value]) => value !== undefined && value !== null)
  const demo = Object.fromEntries(
    labels.filter(([name]) => name in signature.inputs || name in signature.outputs),
  )
  const shows = (fields: object): boolean => Object.keys(demo).some((name) => name in fields)
  // Without an input or an output it shows nothing, and prompt adapters would leave it out.
  return shows(signature.inputs) && shows(signature.outputs) ? demo : undefined
}
