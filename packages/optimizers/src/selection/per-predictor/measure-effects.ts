import type { LM } from '@ockham/core'
import { lowerBound } from './lower-bound.ts'
import { race } from './race.ts'
import type { SearchBudget } from './search-budget.ts'
import type { Assigned, SearchRuns } from './search-runs.ts'
import type { ModelEffect } from './surrogate.ts'

/** What a model does at one predictor. */
export interface LMEffect extends ModelEffect {
  readonly lm: LM
}

interface Change<Gold extends object, Outputs extends object> extends Assigned<Gold, Outputs> {
  /** Where its LM is another than the anchor's. */
  readonly predictor: number
}

// By fewer examples nothing is said of a model.
const fewest = 8

/** For each predictor what the anchor's model does there, and then every model that may be of use in its place. */
export async function measureEffects<Gold extends object, Outputs extends object>(
  anchor: Assigned<Gold, Outputs>,
  runs: SearchRuns<Gold, Outputs>,
  budget: SearchBudget,
): Promise<LMEffect[][]> {
  const changes = changesOf(anchor, runs)
  const isUseful = usefulnessOf(anchor, runs)
  const keep = (left: readonly Change<Gold, Outputs>[]): readonly Change<Gold, Outputs>[] =>
    left.filter((change) => isUseful(change, left))
  const found = await race({ arms: changes, lead: anchor, budget, keep }, runs)
  const least = Math.min(fewest, runs.selection.data.searchSize)
  return runs.paths.map((_, predictor) => {
    const own = anchor.lms[predictor]
    const others = found.filter(
      (change) => change.predictor === predictor && change.run.rows.length >= least,
    )
    return [
      ...(own ? [{ lm: own, loss: 0, variance: 0, price: 0 }] : []),
      ...others.flatMap((change) => effectOf(change, anchor, runs)),
    ]
  })
}

/** The anchor with one other model at one predictor, as far as it is cheaper there, or the anchor is not good enough. */
function changesOf<Gold extends object, Outputs extends object>(
  anchor: Assigned<Gold, Outputs>,
  runs: SearchRuns<Gold, Outputs>,
): Change<Gold, Outputs>[] {
  const models = runs.selection.options.models.filter((lm) => {
    return !anchor.lms.includes(lm) && mayPay(runs.uniform(lm), anchor, runs)
  })
  return runs.paths.flatMap((_, predictor) =>
    models.map((lm) => ({ ...runs.of(anchor.lms.with(predictor, lm)), predictor })),
  )
}

function usefulnessOf<Gold extends object, Outputs extends object>(
  anchor: Assigned<Gold, Outputs>,
  runs: SearchRuns<Gold, Outputs>,
) {
  const limit = Math.max(0, runs.tolerance - runs.shortfall(anchor).mean)
  return (change: Change<Gold, Outputs>, all: readonly Change<Gold, Outputs>[]): boolean => {
    if (!mayPay(change, anchor, runs)) return false
    if (lowerBound(runs.loss(change, anchor)) > limit) return false
    return !all.some((other) => isBeaten(change, other, runs))
  }
}

/** Whether it costs less than the anchor, or does so unless the anchor is not good enough by itself. */
function mayPay<Gold extends object, Outputs extends object>(
  assigned: Assigned<Gold, Outputs>,
  anchor: Assigned<Gold, Outputs>,
  runs: SearchRuns<Gold, Outputs>,
): boolean {
  if (runs.shortfall(anchor).mean > runs.tolerance) return true
  return assigned.run.rows.length === 0 || (runs.priceChange(assigned, anchor) ?? 0) < 0
}

/** Whether another model at the same predictor is cheaper and has a better score. */
function isBeaten<Gold extends object, Outputs extends object>(
  change: Change<Gold, Outputs>,
  other: Change<Gold, Outputs>,
  runs: SearchRuns<Gold, Outputs>,
): boolean {
  if (other.predictor !== change.predictor) return false
  return (runs.priceChange(other, change) ?? 0) < 0 && lowerBound(runs.loss(change, other)) > 0
}

function effectOf<Gold extends object, Outputs extends object>(
  change: Change<Gold, Outputs>,
  anchor: Assigned<Gold, Outputs>,
  runs: SearchRuns<Gold, Outputs>,
): LMEffect[] {
  const lm = change.lms[change.predictor]
  const price = runs.priceChange(change, anchor)
  if (lm === undefined || price === undefined) return []
  const { mean, variance } = runs.loss(change, anchor)
  return [{ lm, loss: mean, variance, price }]
}
