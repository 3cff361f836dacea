import type { ModelPrice } from '../model-price.ts'

// What programs that read more than they write use, and what price tables usually blend by.
const inputParts = 3
const outputParts = 1

/** One price to compare models by: dollars per million tokens, three of input to one of output. */
export function blendedPrice({ input, output }: ModelPrice): number {
  return (inputParts * input + outputParts * output) / (inputParts + outputParts)
}
