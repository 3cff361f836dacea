import { bestSeen } from '../best-seen.ts'
import { byPrice } from '../by-price.ts'
import type { CandidateRun } from '../candidate-run.ts'
import { certifyInTurn } from '../certify/certify-in-turn.ts'
import { costsAsMuch } from '../costs-as-much.ts'
import type { Choice, Selection } from '../selection.ts'
import { fallbackError, halvingWeights } from '../statistics/fallback-error.ts'
import { surelyCheapest } from './surely-cheapest.ts'
import { withHope } from './with-hope.ts'

/**
 * The cheapest candidate, by its price so far, that can be shown to be adequate; else the reference, or the best seen.
 * What costs no less than the reference is not tested.
 */
export async function chooseByPrice<Gold extends object, Outputs extends object>(
  candidates: readonly CandidateRun<Gold, Outputs>[],
  selection: Selection<Gold, Outputs>,
): Promise<Choice<Gold, Outputs>> {
  const { reference } = selection
  // By the prices so far, which later runs must not change.
  const sorted = byPrice(candidates)
  const tested = sorted.filter((candidate) => !costsAsMuch(candidate, reference))
  for (const candidate of sorted) if (!tested.includes(candidate)) candidate.verdict = 'not-needed'
  const certified = await certify(tested, selection)
  if (certified) return { candidate: certified, certified: true }
  return { candidate: reference ?? bestSeen(sorted, selection.options.latency), certified: false }
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
