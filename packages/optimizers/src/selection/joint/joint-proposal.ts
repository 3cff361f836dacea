import type { LM, Module } from '@ockham/core'
import type { Proposal } from '../proposal.ts'
import { seedName } from './prompt-sources.ts'
import { applyPrompts, type PromptVariant } from './prompt-variant.ts'

/** One LM for all predictors, with prompts that it is asked by. */
export function jointProposal(
  program: Module<never, object>,
  lm: LM,
  variant: PromptVariant,
): Proposal {
  const name = variant.name === seedName ? lm.model : `${lm.model} with ${variant.name}`
  const paths = program.namedPredictors().map(([path]) => path)
  return {
    name,
    choice: Object.fromEntries(paths.map((path) => [path, name])),
    bind: (copy) => {
      applyPrompts(copy, variant)
      copy.setLM(lm)
    },
  }
}
