import type { CompilePlan } from '../estimate/compile-plan.ts'
import { searchPlan } from '../validation/search-plan.ts'
import type { SetSizes } from '../validation/set-sizes.ts'
import { largestComparison } from './compare-children.ts'
import type { ResolvedGEPA } from './gepa-options.ts'
import { metricCallsOf } from './metric-calls-of.ts'

type Options = ResolvedGEPA<never, never>

/** One question for instructions, and one to write copied passages anew. */
const promptsEach = 2

/** The runs of the program on an example that a search by GEPA may use. */
export function evaluationLimit(
  { stop, auto }: Options,
  predictors: number,
  valset: number,
): number {
  const { metricCalls, fullEvaluations = Number.POSITIVE_INFINITY } = stop
  const limit = Math.min(metricCalls ?? Number.POSITIVE_INFINITY, fullEvaluations * valset)
  return Number.isFinite(limit) ? limit : metricCallsOf(auto, predictors, valset)
}

/**
 * What GEPA runs at most. As long as it is told something new each time, every proposal is tried on a minibatch; one
 * that changes nothing costs a prompt beyond these.
 */
export function gepaPlan(options: Options, predictors: number, sizes: SetSizes): CompilePlan {
  const { stop, proposals: together, componentSelector, useMerge, concurrency } = options
  // Whether there were enough is looked at before each iteration only.
  const allowed = Math.ceil((stop.proposals ?? Number.POSITIVE_INFINITY) / together) * together
  // No program runs twice on an example; each that is accepted may be merged once.
  const programs = 1 + allowed * (useMerge ? 2 : 1)
  const evaluations = Math.min(
    evaluationLimit(options, predictors, sizes.valset),
    programs * (sizes.trainset + sizes.valset),
  )
  const minibatch = Math.min(options.reflectionMinibatchSize, largestComparison, sizes.trainset)
  const affordable = Math.ceil(Math.max(0, evaluations - sizes.valset) / minibatch)
  const changed = componentSelector === 'all' ? predictors : 1
  const prompts = Math.min(affordable, allowed) * changed * promptsEach
  return searchPlan({ evaluations, candidates: 0, prompts, concurrency }, sizes)
}
