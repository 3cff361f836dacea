import { type LM, OptionError } from '@ockham/core'
import { byPrice } from '../by-price.ts'
import type { CandidateRun } from '../candidate-run.ts'
import { pilotSize } from '../certify/batch-ends.ts'
import { costsAsMuch } from '../costs-as-much.ts'
import { isFastEnough } from '../is-fast-enough.ts'
import { runPilot } from '../run-pilot.ts'
import { hasRoom } from '../search-room.ts'
import type { Selection } from '../selection.ts'
import { priceOf } from '../steady-price.ts'
import { standingOf } from './standing.ts'

/** Of the budget; the rest is for certifying what the search finds. */
export const searchShare: number = 1 / 2
// In standard errors above what is asked: such a model needs no dearer one behind it.
const surelyAdequate = 3

/** A model that was run alone on all search examples. */
export interface SearchedModel {
  readonly lm: LM
  /** US dollars an example. */
  readonly price: number
  readonly score: number
}

/** The models that cascades can be made of. */
export interface SearchedModels<Gold extends object, Outputs extends object> {
  /** All that may be chosen, in the order in which they were given. */
  readonly candidates: readonly CandidateRun<Gold, Outputs>[]
  /** The last step of every cascade: the reference, or the one that scored best. Absent where no budget was left. */
  readonly strong: SearchedModel | undefined
  /** Those that cost less than the strong one, cheapest first. */
  readonly cheaper: readonly SearchedModel[]
}

/**
 * Runs models alone on the search examples, cheapest first, until one surely is adequate or the budget's half is used.
 * Throws `OptionError` for a budget that is too small for one example, and where no price is known.
 */
export async function searchModels<Gold extends object, Outputs extends object>(
  selection: Selection<Gold, Outputs>,
): Promise<SearchedModels<Gold, Outputs>> {
  const { options, data, reference } = selection
  const lms = new Map<CandidateRun<Gold, Outputs>, LM>()
  for (const lm of options.models) lms.set(selection.enter(selection.uniform(lm)), lm)
  const candidates = [...lms.keys()]
  if (reference && options.requirement.kind === 'reference') {
    lms.set(reference, options.requirement.reference)
  }
  await runPilot(candidates, selection, Math.min(pilotSize, data.searchSize))
  checkPriced(candidates, selection)
  const searched: SearchedModel[] = []
  let isEnough = false
  for (const run of [...(reference ? [reference] : []), ...byPrice(candidates)]) {
    const lm = lms.get(run)
    const isTooDear = isEnough || (run !== reference && costsAsMuch(run, reference))
    if (isTooDear) run.verdict = 'not-needed'
    if (!lm || isTooDear || !hasRoom(data.run, searchShare)) continue
    await run.advance(data.searchSize)
    data.announce(run)
    const { costPerExampleUSD: price, meanScore: score } = run
    if (price === null || run.rows.length < data.searchSize) continue
    // A step that is too slow makes what it is part of too slow.
    if (run === reference || isFastEnough(run.rows, options.latency))
      searched.push({ lm, price, score })
    isEnough = run !== reference && standingOf(run, selection).safety >= surelyAdequate
  }
  const strong = reference
    ? searched.find(({ lm }) => lm === lms.get(reference))
    : best(searched.toSorted((one, other) => one.price - other.price))
  const cheaper = searched
    .filter(({ price }) => strong && price < strong.price)
    .toSorted((one, other) => one.price - other.price)
  return { candidates, strong, cheaper }
}

/** Throws `OptionError` where none of the calls that prices are compared by has told one. */
function checkPriced<Gold extends object, Outputs extends object>(
  candidates: readonly CandidateRun<Gold, Outputs>[],
  { reference }: Selection<Gold, Outputs>,
): void {
  const compared = reference ? [reference] : candidates
  // What failed has no price either, and that is no mistake of the caller's.
  const calls = compared
    .flatMap(({ rows }) => rows.flatMap((row) => row.calls))
    .filter(({ failed }) => failed !== true)
  if (calls.length > 0 && calls.every((call) => priceOf(call) === undefined)) {
    throw new OptionError(
      reference ? 'reference' : 'models',
      '`assignment: "cascade"` compares prices, and none is known: give the LMs prices, and no cache that answers for them.',
    )
  }
}

/** The first of those with the highest score. */
function best(models: readonly SearchedModel[]): SearchedModel | undefined {
  return models.reduce<SearchedModel | undefined>(
    (most, model) => (most && most.score >= model.score ? most : model),
    undefined,
  )
}
