import type { ModelRun } from './model-run.ts'
import type { Requirement } from './requirement.ts'
import type { Verdict } from './selection-report.ts'

/** A model that may be chosen. */
export interface Candidate<Gold extends object, Outputs extends object> {
  readonly run: ModelRun<Gold, Outputs>
  /** Absent until it is found. */
  verdict?: Verdict
}

/** What is being searched, and what has been found so far. */
export interface Search<Gold extends object, Outputs extends object> {
  /** In the order in which the models were given. */
  readonly candidates: readonly Candidate<Gold, Outputs>[]
  readonly reference: ModelRun<Gold, Outputs> | undefined
  readonly requirement: Requirement
  readonly devsetSize: number
  readonly confidence: number
  announce(run: ModelRun<Gold, Outputs>, verdict?: Verdict): void
}

/** The model that was chosen, and whether it was shown to be adequate. */
export interface Choice<Gold extends object, Outputs extends object> {
  readonly run: ModelRun<Gold, Outputs>
  readonly certified: boolean
}
