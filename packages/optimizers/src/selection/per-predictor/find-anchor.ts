import { bestSeen } from '../best-seen.ts'
import { byPrice } from '../by-price.ts'
import type { LatencyLimit } from '../requirement.ts'
import { lowerBound } from './lower-bound.ts'
import { race } from './race.ts'
import { SearchBudget } from './search-budget.ts'
import type { Assigned, SearchRuns } from './search-runs.ts'

// Of the budget: the rest of what the search may use is for single predictors.
const part = 0.25

/**
 * Runs each model on all predictors until it is clear that it is of no use. The anchor of the search: the reference on all
 * predictors, or with a floor the model that does best; undefined when not one example could be run.
 */
export async function findAnchor<Gold extends object, Outputs extends object>(
  arms: readonly Assigned<Gold, Outputs>[],
  runs: SearchRuns<Gold, Outputs>,
): Promise<Assigned<Gold, Outputs> | undefined> {
  const { requirement } = runs.selection.options
  const budget = new SearchBudget(runs.selection.data.run, part)
  if (requirement.kind === 'floor') {
    const left = await race({ arms, budget, keep: (racing) => usefulOf(racing, runs) }, runs)
    const { latency } = runs.selection.options
    return bestOf(left, latency) ?? bestOf(arms, latency)
  }
  const anchor = runs.uniform(requirement.reference)
  const isUseful = (arm: Assigned<Gold, Outputs>): boolean =>
    (runs.priceChange(arm, anchor) ?? 0) < 0 && mayBeAdequate(arm, runs)
  await race({ arms, lead: anchor, budget, keep: (racing) => racing.filter(isUseful) }, runs)
  return anchor.run.rows.length > 0 ? anchor : undefined
}

/** Whether it is still possible that it is adequate. */
export function mayBeAdequate<Gold extends object, Outputs extends object>(
  arm: Assigned<Gold, Outputs>,
  runs: SearchRuns<Gold, Outputs>,
): boolean {
  return lowerBound(runs.shortfall(arm)) <= runs.tolerance
}

/** What may be adequate or the best, and is not surely worse than something cheaper. */
function usefulOf<Gold extends object, Outputs extends object>(
  arms: readonly Assigned<Gold, Outputs>[],
  runs: SearchRuns<Gold, Outputs>,
): readonly Assigned<Gold, Outputs>[] {
  const best = bestOf(arms, runs.selection.options.latency)
  const isBehind = (arm: Assigned<Gold, Outputs>, other: Assigned<Gold, Outputs>): boolean =>
    lowerBound(runs.loss(arm, other)) > 0
  return arms.filter((arm) => {
    if (best && isBehind(arm, best) && !mayBeAdequate(arm, runs)) return false
    return !arms.some((other) => (runs.priceChange(other, arm) ?? 0) < 0 && isBehind(arm, other))
  })
}

/** The highest mean score, of equal ones the cheapest, among those that were run on most. */
function bestOf<Gold extends object, Outputs extends object>(
  arms: readonly Assigned<Gold, Outputs>[],
  latency: LatencyLimit | undefined,
): Assigned<Gold, Outputs> | undefined {
  const most = Math.max(1, ...arms.map(({ run }) => run.rows.length))
  const complete = arms.map(({ run }) => run).filter(({ rows }) => rows.length === most)
  if (complete.length === 0) return undefined
  const best = bestSeen(byPrice(complete), latency)
  return arms.find(({ run }) => run === best)
}
