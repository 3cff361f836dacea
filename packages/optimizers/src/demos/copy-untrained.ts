import type { Module } from '@ockham/core'

/** A copy of a program without its demonstrations. */
export function copyUntrained<Program extends Module<never, object>>(program: Program): Program {
  const copy = program.copy()
  for (const predictor of copy.predictors()) predictor.demos = []
  return copy
}
