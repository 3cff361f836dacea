import type { Module } from '@ockham/core'

/** A copy of a program with the same LMs and without its demonstrations. */
export function copyUntrained<Program extends Module<never, object>>(program: Program): Program {
  const copy = program.copy()
  const originals = new Map(program.namedPredictors())
  for (const [path, predictor] of copy.namedPredictors()) {
    predictor.demos = []
    // An LM may be a plain object, which a copy of a program copies too.
    predictor.lm = originals.get(path)?.lm
  }
  return copy
}
