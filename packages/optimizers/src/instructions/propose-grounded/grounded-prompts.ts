import type { ProposeGroundedOptions } from './grounded-options.ts'
import { mostLooks } from './summarize-dataset.ts'

/** Of what the number of questions depends. */
export interface GroundedWork
  extends Required<
    Pick<
      ProposeGroundedOptions,
      'numCandidates' | 'dataAware' | 'programAware' | 'viewDataBatchSize'
    >
  > {
  readonly predictors: number
  /** Examples to look at. */
  readonly examples: number
}

/** How many questions `proposeGrounded` asks at most: of the data, the program and its predictors, and for proposals. */
export function groundedPrompts(work: GroundedWork): number {
  const { numCandidates, predictors, dataAware, programAware, examples, viewDataBatchSize } = work
  if (numCandidates <= 1) return 0
  const ofData = dataAware ? Math.min(mostLooks, Math.ceil(examples / viewDataBatchSize)) + 1 : 0
  const ofProgram = programAware ? 1 + predictors : 0
  return ofData + ofProgram + predictors * (numCandidates - 1)
}
