import type { CompilePlan } from '../estimate/compile-plan.ts'
import type { SetSizes } from './set-sizes.ts'

/** What a search runs. */
export interface SearchWork {
  /** Runs of a teacher. */
  readonly teacherRuns?: number
  /** Other evaluations beside those of whole candidates. */
  readonly evaluations?: number
  /** Candidates that are evaluated on all validation examples. */
  readonly candidates: number
  readonly prompts?: number
  readonly concurrency: number
}

/** The plan of a search: its work, and the test of the best program and of the given one. */
export function searchPlan(
  { teacherRuns = 0, evaluations = 0, candidates, prompts = 0, concurrency }: SearchWork,
  { valset, testset }: SetSizes,
): CompilePlan {
  return {
    evaluations: teacherRuns + evaluations + candidates * valset + 2 * testset,
    teacherRuns,
    prompts,
    concurrency,
  }
}
