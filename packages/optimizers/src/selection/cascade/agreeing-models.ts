import { type LM, type Module, modelsAgree } from '@ockham/core'
import type { Proposal } from '../proposal.ts'
import { cascadeProposal } from './cascade-proposal.ts'
import type { ResolvedCascadeSearch } from './cascade-search-options.ts'
import { comparedFields } from './compared-fields.ts'

/** The LMs of a cascade that asks the strong one where two cheap ones differ. */
interface AgreeingModels {
  /** Asked first, and its reply is the one that is taken. */
  readonly first: LM
  readonly second: LM
  readonly strong: LM
}

/** A cascade that takes what two cheap LMs agree on. */
export function agreeingModels(
  program: Module<never, object>,
  { first, second, strong }: AgreeingModels,
  options: ResolvedCascadeSearch,
): Proposal {
  return cascadeProposal(program, {
    name: `${first.model} and ${second.model} agreeing, else ${strong.model}`,
    cheap: first,
    strong,
    confidence(predictor, part) {
      const field = comparedFields(predictor, options)
      return modelsAgree({ lm: part(second), ...(field ? { field } : {}) })
    },
  })
}
