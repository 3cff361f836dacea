import type { Demo, Predictor } from '@ockham/core'

/** Those of the values that a predictor's signature has fields for; undefined when they show nothing. */
export function demoFor({ signature }: Predictor, values: object): Demo | undefined {
  const fields = Object.entries(values).filter(
    ([name, value]) =>
      value !== undefined && (name in signature.inputs || name in signature.outputs),
  )
  const has = (side: object): boolean => fields.some(([name]) => name in side)
  // Prompt adapters leave out what has no input or no output.
  return has(signature.inputs) && has(signature.outputs) ? Object.fromEntries(fields) : undefined
}
