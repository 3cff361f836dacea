import type { LM, Module } from '@ockham/core'
import type { CompileRun } from '../run/compile-run.ts'
import { CandidateRun } from './candidate-run.ts'
import type { ResolvedSelection } from './cheapest-adequate-options.ts'
import type { Training } from './joint/training.ts'
import type { Proposal } from './proposal.ts'
import type { PromptReport } from './selection-report.ts'
import { uniformProposal } from './uniform/uniform-proposal.ts'

/** What a selection is made on. */
export interface SelectionData<Gold extends object, Outputs extends object> {
  readonly program: Module<never, Outputs>
  /** The devset in the seeded order in which every candidate sees it. */
  readonly order: readonly Gold[]
  /**
   * So many of the first examples are for finding out what to test. Nothing that is chosen by them is certified by
   * them: tests begin behind.
   */
  readonly searchSize: number
  /** What to make prompts from; absent where none are made. */
  readonly training?: Training<Gold>
  readonly run: CompileRun<Gold, Outputs>
  announce(candidate: CandidateRun<Gold, Outputs>): void
}

/** One selection under way: what is looked for, on what, and what has been tried. */
export class Selection<Gold extends object, Outputs extends object> {
  readonly options: ResolvedSelection<Gold, Outputs>
  readonly data: SelectionData<Gold, Outputs>
  /** That of the requirement, on all predictors; absent where there is a floor. */
  readonly reference: CandidateRun<Gold, Outputs> | undefined
  /** What may be chosen, in the order of the report. */
  readonly candidates: CandidateRun<Gold, Outputs>[] = []
  /** What became of the prompts that were made. */
  readonly prompts: PromptReport[] = []

  constructor(options: ResolvedSelection<Gold, Outputs>, data: SelectionData<Gold, Outputs>) {
    this.options = options
    this.data = data
    const { requirement } = options
    if (requirement.kind === 'reference') this.reference = this.uniform(requirement.reference)
  }

  /** One model for all predictors. */
  uniform(lm: LM): CandidateRun<Gold, Outputs> {
    return this.try(uniformProposal(this.data.program, lm))
  }

  /** Something to run; what was run of a proposal of the same name is not run again. */
  try(proposal: Proposal): CandidateRun<Gold, Outputs> {
    return new CandidateRun(proposal, this.data)
  }

  /** Makes something one of what may be chosen. */
  enter(candidate: CandidateRun<Gold, Outputs>): CandidateRun<Gold, Outputs> {
    if (!this.candidates.includes(candidate)) this.candidates.push(candidate)
    return candidate
  }
}

/** What was chosen, and whether it was shown to be adequate. */
export interface Choice<Gold extends object, Outputs extends object> {
  readonly candidate: CandidateRun<Gold, Outputs>
  readonly certified: boolean
}

/** A way to look for the cheapest adequate proposal. */
export type Assign = <Gold extends object, Outputs extends object>(
  selection: Selection<Gold, Outputs>,
) => Promise<Choice<Gold, Outputs>>
