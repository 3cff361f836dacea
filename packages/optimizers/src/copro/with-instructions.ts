import type { Module } from '@ockham/core'

/** A copy of a program with other instructions for one predictor; signatures are shared, so it gets a new one. */
export function withInstructions<Program extends Module<never, object>>(
  program: Program,
  path: string,
  instructions: string,
): Program {
  const copy = program.copy()
  for (const [name, predictor] of copy.namedPredictors()) {
    if (name === path) predictor.signature = predictor.signature.withInstructions(instructions)
  }
  return copy
}
