import { OptionError } from '@ockham/core'
import { bestSeen } from '../best-seen.ts'
import { byPrice } from '../by-price.ts'
import type { CandidateRun } from '../candidate-run.ts'
import { pilotSize } from '../certify/batch-ends.ts'
import { certifyInTurn } from '../certify/certify-in-turn.ts'
import type { Choice, Selection } from '../selection.ts'
import { fallbackError, halvingWeights } from '../statistics/fallback-error.ts'
import { surelyCheapest } from './surely-cheapest.ts'
import { withHope } from './with-hope.ts'

/** One model for all predictors: the cheapest, by measured price, that can be shown to be adequate. */
export async function assignUniformly<Gold extends object, Outputs extends object>(
  selection: Selection<Gold, Outputs>,
): Promise<Choice<Gold, Outputs>> {
  const { options, reference } = selection
  const candidates = options.models.map((lm) => selection.enter(selection.uniform(lm)))
  await runPilot(candidates, selection)
  // By the prices of the pilot, which later runs must not change.
  const sorted = byPrice(candidates)
  const tested = sorted.filter((candidate) => !costsAsMuch(candidate, reference))
  for (const candidate of sorted) if (!tested.includes(candidate)) candidate.verdict = 'not-needed'
  const certified = await certify(tested, selection)
  if (certified) return { candidate: certified, certified: true }
  return { candidate: reference ?? bestSeen(sorted), certified: false }
}

/** The first examples on every model, for the prices; where there is no search they are the first of each test too. */
async function runPilot<Gold extends object, Outputs extends object>(
  candidates: readonly CandidateRun<Gold, Outputs>[],
  { data, reference }: Selection<Gold, Outputs>,
): Promise<void> {
  const runs = [...candidates, ...(reference ? [reference] : [])]
  for (const run of runs) {
    await run.advance(Math.min(data.searchSize || pilotSize, data.order.length))
    data.announce(run)
  }
  if (runs.every(({ rows }) => rows.length === 0)) {
    throw new OptionError('budget', 'is too small to run a single example; raise it.')
  }
}

/** In order of price. Without a pilot of its own each test has an even part of the error; with one, it says which are worth one. */
async function certify<Gold extends object, Outputs extends object>(
  candidates: readonly CandidateRun<Gold, Outputs>[],
  selection: Selection<Gold, Outputs>,
): Promise<CandidateRun<Gold, Outputs> | undefined> {
  const { confidence, models } = selection.options
  const errorProbability = 1 - confidence
  if (selection.data.searchSize === 0) {
    const each = errorProbability / models.length
    return certifyInTurn(candidates, selection, {
      choose: 'first',
      errorAfter: () => each,
      next: (left) => surelyCheapest(left, selection),
    })
  }
  const hopeful = withHope(candidates, selection)
  for (const candidate of candidates) {
    if (!hopeful.includes(candidate)) candidate.verdict = 'rejected'
  }
  const weights = halvingWeights(hopeful.length)
  return certifyInTurn(hopeful, selection, {
    choose: 'first',
    errorAfter: (outcomes) => fallbackError(outcomes, { errorProbability, weights }),
  })
}

function costsAsMuch<Gold extends object, Outputs extends object>(
  candidate: CandidateRun<Gold, Outputs>,
  reference: CandidateRun<Gold, Outputs> | undefined,
): boolean {
  const price = candidate.costPerExampleUSD
  const limit = reference?.costPerExampleUSD ?? null
  return price !== null && limit !== null && price >= limit
}
