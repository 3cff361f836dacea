import type { LM, Module } from '@ockham/core'
import type { Proposal } from '../proposal.ts'

/** One LM for all predictors. */
export function uniformProposal(program: Module<never, object>, lm: LM): Proposal {
  const paths = program.namedPredictors().map(([path]) => path)
  return {
    name: lm.model,
    choice: Object.fromEntries(paths.map((path) => [path, lm.model])),
    bind: (copy) => copy.setLM(lm),
  }
}
