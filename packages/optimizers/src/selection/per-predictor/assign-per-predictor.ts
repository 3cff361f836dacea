import { OptionError } from '@ockham/core'
import { bestSeen } from '../best-seen.ts'
import { byPrice } from '../by-price.ts'
import type { CandidateRun } from '../candidate-run.ts'
import { certifyInTurn } from '../certify/certify-in-turn.ts'
import { noExampleRun } from '../check-any-row.ts'
import type { Choice, Selection } from '../selection.ts'
import { fallbackError } from '../statistics/fallback-error.ts'
import { findAnchor, mayBeAdequate } from './find-anchor.ts'
import { measureEffects } from './measure-effects.ts'
import { planAssignments } from './plan-assignments.ts'
import { SearchBudget } from './search-budget.ts'
import { type Assigned, SearchRuns } from './search-runs.ts'

// The other half of the budget is for the tests.
const searchPart = 0.5
const weights = [0.5, 0.3, 0.2]

/**
 * A model for each predictor: what one change at a time loses on the search examples says which few assignments are
 * worth a test on the others, the cheapest first.
 */
export async function assignPerPredictor<Gold extends object, Outputs extends object>(
  selection: Selection<Gold, Outputs>,
): Promise<Choice<Gold, Outputs>> {
  const runs = new SearchRuns(selection)
  if (runs.paths.length === 0) {
    const needs = '"per-predictor" needs a program with predictors in its fields.'
    throw new OptionError('assignment', needs)
  }
  const uniform = selection.options.models.map((lm) => runs.uniform(lm))
  for (const { run } of uniform) selection.enter(run)
  const anchor = await findAnchor(uniform, runs)
  if (anchor === undefined) throw noExampleRun()
  const budget = new SearchBudget(selection.data.run, searchPart)
  const effects = await measureEffects(anchor, runs, budget)
  const plans = await planAssignments({ anchor, uniform, effects, budget }, runs)
  const tested = testedOf(plans, anchor, runs)
  const tests = tested.map(({ run }) => selection.enter(run))
  const certified = await certify(tests, selection)
  const isReference = anchor.run === selection.reference
  judge(
    uniform,
    tested.find(({ run }) => run === certified) ?? (isReference ? anchor : undefined),
    runs,
  )
  if (certified) return { candidate: certified, certified: true }
  const seen = byPrice([...new Set([anchor.run, ...tests])])
  return {
    candidate: selection.reference ?? bestSeen(seen, selection.options.latency),
    certified: false,
  }
}

/** In order of price, without what costs no less than the reference; with a floor the anchor is the last resort. */
function testedOf<Gold extends object, Outputs extends object>(
  plans: readonly Assigned<Gold, Outputs>[],
  anchor: Assigned<Gold, Outputs>,
  runs: SearchRuns<Gold, Outputs>,
): Assigned<Gold, Outputs>[] {
  const isReference = anchor.run === runs.selection.reference
  const price = (plan: Assigned<Gold, Outputs>): number =>
    runs.priceChange(plan, anchor) ?? Number.POSITIVE_INFINITY
  const sorted = plans
    .filter((plan) => !isReference || price(plan) < 0)
    .toSorted((one, other) => price(one) - price(other))
  const hasRoom = !isReference && !sorted.includes(anchor) && sorted.length < weights.length
  return [...sorted, ...(hasRoom ? [anchor] : [])]
}

function certify<Gold extends object, Outputs extends object>(
  candidates: readonly CandidateRun<Gold, Outputs>[],
  selection: Selection<Gold, Outputs>,
): Promise<CandidateRun<Gold, Outputs> | undefined> {
  const used = weights.slice(0, candidates.length)
  const total = used.reduce((sum, weight) => sum + weight, 0)
  const errorProbability = (1 - selection.options.confidence) / total
  return certifyInTurn(candidates, selection, {
    choose: 'first',
    errorAfter: (outcomes) => fallbackError(outcomes, { errorProbability, weights: used }),
  })
}

/** Says why a model was not tested on all predictors: there is something cheaper to take, or it does too badly. */
function judge<Gold extends object, Outputs extends object>(
  uniform: readonly Assigned<Gold, Outputs>[],
  taken: Assigned<Gold, Outputs> | undefined,
  runs: SearchRuns<Gold, Outputs>,
): void {
  for (const assigned of uniform) {
    const { run } = assigned
    if (run.verdict !== undefined || run.rows.length === 0) continue
    if (!mayBeAdequate(assigned, runs)) run.verdict = 'rejected'
    else if (taken && (runs.priceChange(assigned, taken) ?? -1) >= 0) run.verdict = 'not-needed'
  }
}
