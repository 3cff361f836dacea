import type { Evaluation } from '../../run/evaluation.ts'
import { type LatencyLimit, observation } from '../requirement.ts'
import type { Decision, SequentialTest } from '../statistics/sequential-test.ts'

/** One thing that is asked of a candidate, and what a row says of it. */
export interface TestedRequirement {
  readonly test: SequentialTest
  observe(row: Evaluation, reference: Evaluation | undefined): void
}

/**
 * Quality and latency together: certified when all are, each at the whole error probability, since whatever is not
 * adequate fails one of them (Berger, "Multiparameter hypothesis testing and acceptance sampling").
 */
export class AdequacyTest {
  private readonly requirements: readonly TestedRequirement[]

  constructor(requirements: readonly TestedRequirement[]) {
    this.requirements = requirements
  }

  get decision(): Decision {
    const decisions = this.requirements.map(({ test }) => test.decision)
    if (decisions.includes('futile')) return 'futile'
    return decisions.includes('continue') ? 'continue' : 'certified'
  }

  /** That of the requirement which has least. */
  get evidence(): number {
    return Math.min(...this.requirements.map(({ test }) => test.evidence))
  }

  observe(row: Evaluation, reference: Evaluation | undefined): void {
    for (const requirement of this.requirements) requirement.observe(row, reference)
  }
}

/** The score of a row, in [0, 1], alone or compared with the reference's. */
export function qualityOf(row: Evaluation, reference: Evaluation | undefined): number {
  return observation(row.score, referenceScore(reference))
}

/** A reference that failed may have been right: otherwise what fails alike would seem as good. */
export function referenceScore(reference: Evaluation | undefined): number | undefined {
  return reference?.error ? 1 : reference?.score
}

/** 1 for a row that was done in time, 0 for one that was not, or failed. */
export function speedOf({ durationMs }: Evaluation, { milliseconds }: LatencyLimit): number {
  return durationMs !== undefined && durationMs <= milliseconds ? 1 : 0
}
