import { cheapestWithin } from './cheapest-within.ts'
import type { LMEffect } from './measure-effects.ts'
import { race } from './race.ts'
import { saferByOneStep } from './safer-by-one-step.ts'
import type { SearchBudget } from './search-budget.ts'
import type { Assigned, SearchRuns } from './search-runs.ts'
import { isWithin } from './surrogate.ts'

/** What plans are made of. */
export interface Planning<Gold extends object, Outputs extends object> {
  readonly anchor: Assigned<Gold, Outputs>
  readonly uniform: readonly Assigned<Gold, Outputs>[]
  /** By predictor, the anchor's first. */
  readonly effects: readonly (readonly LMEffect[])[]
  readonly budget: SearchBudget
}

/** Standard errors by which a plan must be adequate, from the boldest to the safest. */
const cautions = [0.25, 1.25, 2.25]
const mostRepairs = 4
/** Assignments that are run on the search examples at most. */
export const mostPlansSearched: number = cautions.length * (1 + mostRepairs)
/** Assignments that are tested at most. */
export const mostPlansTested: number = cautions.length

/** At most three assignments that may well be adequate: the cheapest at each level of caution. */
export async function planAssignments<Gold extends object, Outputs extends object>(
  planning: Planning<Gold, Outputs>,
  runs: SearchRuns<Gold, Outputs>,
): Promise<Assigned<Gold, Outputs>[]> {
  const plans: Assigned<Gold, Outputs>[] = []
  for (const caution of cautions) {
    const plan = await planAt(caution, planning, runs)
    if (plan && !plans.includes(plan)) plans.push(plan)
  }
  return plans
}

async function planAt<Gold extends object, Outputs extends object>(
  caution: number,
  planning: Planning<Gold, Outputs>,
  runs: SearchRuns<Gold, Outputs>,
): Promise<Assigned<Gold, Outputs> | undefined> {
  const { anchor, uniform } = planning
  const isAdequate = (assigned: Assigned<Gold, Outputs>): boolean => {
    const { mean, variance } = runs.shortfall(assigned)
    if (!runs.isFastEnough(assigned)) return false
    return isWithin(mean, variance, { limit: runs.tolerance, caution, variance: 0 })
  }
  const mixed = await mixedPlan(caution, planning, { runs, isAdequate })
  const plans = [...uniform.filter(isAdequate), ...(mixed ? [mixed] : [])]
  const price = (plan: Assigned<Gold, Outputs>): number =>
    runs.priceChange(plan, anchor) ?? Number.POSITIVE_INFINITY
  return plans.toSorted((one, other) => price(one) - price(other))[0]
}

interface Check<Gold extends object, Outputs extends object> {
  readonly runs: SearchRuns<Gold, Outputs>
  isAdequate(assigned: Assigned<Gold, Outputs>): boolean
}

/** The cheapest by what single changes lose, made safer step by step until it is adequate as a whole. */
async function mixedPlan<Gold extends object, Outputs extends object>(
  caution: number,
  { anchor, effects, budget }: Planning<Gold, Outputs>,
  { runs, isAdequate }: Check<Gold, Outputs>,
): Promise<Assigned<Gold, Outputs> | undefined> {
  const { mean, variance } = runs.shortfall(anchor)
  const isReference = anchor.run === runs.selection.reference
  const allowance = {
    limit: runs.tolerance - mean,
    caution,
    variance: isReference ? 0 : variance,
  }
  let places = cheapestWithin(effects, allowance)
  for (let repairs = 0; places && repairs <= mostRepairs; repairs += 1) {
    const lms = places.flatMap((place, predictor) => effects[predictor]?.[place]?.lm ?? [])
    const plan = runs.of(lms)
    await race({ arms: [plan], budget, keep: (arms) => arms }, runs)
    // What there was no budget to run is as good as its parts were.
    if (plan.run.rows.length === 0 || isAdequate(plan)) return plan
    places = saferByOneStep(effects, places, caution)
  }
  return undefined
}
