import type { CompilePlan } from '../estimate/compile-plan.ts'
import { searchPlan } from '../validation/search-plan.ts'
import type { SetSizes } from '../validation/set-sizes.ts'
import type { ResolvedInferRules } from './infer-rules-options.ts'

/** What InferRules runs at most: the teacher, and two programs without new rules beside those with them. */
export function inferRulesPlan(
  options: ResolvedInferRules<never, never>,
  predictors: number,
  sizes: SetSizes,
): CompilePlan {
  const { numCandidates, maxBootstrappedDemos, maxRounds, concurrency } = options
  const work = {
    teacherRuns: maxBootstrappedDemos === 0 ? 0 : sizes.trainset * maxRounds,
    candidates: 2 + numCandidates,
    prompts: numCandidates * predictors,
    concurrency,
  }
  return searchPlan(work, sizes)
}
