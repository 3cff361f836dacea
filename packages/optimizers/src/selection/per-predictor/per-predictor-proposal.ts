import type { LM } from '@ockham/core'
import type { Proposal } from '../proposal.ts'

/** An LM for each predictor, in the order of their paths; called by that LM alone where all have the same. */
export function perPredictorProposal(paths: readonly string[], lms: readonly LM[]): Proposal {
  const byPath = new Map(paths.flatMap((path, index) => (lms[index] ? [[path, lms[index]]] : [])))
  const choice = Object.fromEntries([...byPath].map(([path, { model }]) => [path, model]))
  const isUniform = new Set(lms).size === 1
  return {
    name: isUniform
      ? (lms[0]?.model ?? '')
      : Object.entries(choice)
          .map(([path, model]) => `${path}: ${model}`)
          .join(', '),
    choice,
    bind: (copy) => {
      for (const [path, predictor] of copy.namedPredictors()) predictor.lm = byPath.get(path)
    },
  }
}
