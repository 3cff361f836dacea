import type { Module } from '@ockham/core'
import type { CompilePlan } from '../../estimate/compile-plan.ts'
import type { ResolvedSelection } from '../cheapest-adequate-options.ts'
import { searchSizeOf } from '../search-size.ts'
import { mostPlansSearched, mostPlansTested } from './plan-assignments.ts'

/**
 * What choosing a model for each predictor would run at most: every model on all predictors and at each of them, and a few
 * assignments, on the search examples; those that are tested, and the reference, on the others.
 */
export function planPerPredictor<Gold extends object, Outputs extends object>(
  options: ResolvedSelection<Gold, Outputs>,
  program: Module<never, Outputs>,
  devsetSize: number,
): CompilePlan {
  const { models, requirement, concurrency } = options
  const search = searchSizeOf(options, devsetSize)
  const searched = models.length * (1 + program.predictors().length) + mostPlansSearched
  const reference = requirement.kind === 'reference' ? devsetSize : 0
  const evaluations = searched * search + mostPlansTested * (devsetSize - search) + reference
  return { evaluations, teacherRuns: 0, prompts: 0, concurrency }
}
