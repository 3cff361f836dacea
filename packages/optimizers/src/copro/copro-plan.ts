import type { CompilePlan } from '../estimate/compile-plan.ts'
import { searchPlan } from '../validation/search-plan.ts'
import type { SetSizes } from '../validation/set-sizes.ts'
import type { ResolvedCOPRO } from './copro-options.ts'

/**
 * What COPRO runs at most. In each turn of a predictor all its instructions so far are tried, but not those that the
 * best program has, nor again where there is no other predictor that may have changed.
 */
export function coproPlan(
  { breadth, depth, concurrency }: ResolvedCOPRO<never, never>,
  predictors: number,
  sizes: SetSizes,
): CompilePlan {
  const proposed = breadth * depth - 1
  const tried =
    predictors === 1 ? proposed : predictors * ((breadth * depth * (depth + 1)) / 2 - depth)
  return searchPlan({ candidates: 1 + tried, prompts: predictors * proposed, concurrency }, sizes)
}
