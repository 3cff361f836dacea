import { bestSeen } from '../best-seen.ts'
import type { CandidateRun } from '../candidate-run.ts'
import { certifyInTurn } from '../certify/certify-in-turn.ts'
import type { Proposal } from '../proposal.ts'
import { hasRoom } from '../search-room.ts'
import type { Choice, Selection } from '../selection.ts'
import { fixedSequenceError } from '../statistics/fixed-sequence-error.ts'
import { checkRequiredFields } from './compared-fields.ts'
import { proposeAgreeing, proposeThresholds } from './propose-cascades.ts'
import { type Link, safestToCheapest } from './safest-to-cheapest.ts'
import { type SearchedModels, searchModels, searchShare } from './search-models.ts'
import { standingOf } from './standing.ts'

const chainLength = 5

/**
 * A strong model that is asked only where cheap ones are not sure, or one model alone where that is cheaper. Cascades
 * are compared on the search examples; those from the safest to the cheapest are then tested as a fixed sequence on
 * the others, and the last before a failure is chosen (Laufer-Goldshtein et al., "Efficiently Controlling Multiple
 * Risks with Pareto Testing").
 */
export async function assignCascades<Gold extends object, Outputs extends object>(
  selection: Selection<Gold, Outputs>,
): Promise<Choice<Gold, Outputs>> {
  const { options, data, reference } = selection
  checkRequiredFields(data.program, options.cascade)
  const models = await searchModels(selection)
  const cascades = await searchCascades(models, selection)
  const chain = chainOf([...models.candidates, ...cascades], models, selection)
  const errorProbability = 1 - options.confidence
  const certified = await certifyInTurn(chain, selection, {
    choose: 'last',
    errorAfter: (outcomes) => fixedSequenceError(outcomes, errorProbability),
  })
  if (certified) return { candidate: certified, certified: true }
  // A few examples make no best.
  const searched = selection.candidates.filter(({ rows }) => rows.length >= data.searchSize)
  const seen = searched.length > 0 ? searched : selection.candidates
  return { candidate: reference ?? bestSeen(seen, options.latency), certified: false }
}

/** Cascades that were run on all search examples. Most calls were made before, by models alone, and cost nothing now. */
async function searchCascades<Gold extends object, Outputs extends object>(
  { strong, cheaper }: SearchedModels<Gold, Outputs>,
  selection: Selection<Gold, Outputs>,
): Promise<CandidateRun<Gold, Outputs>[]> {
  if (!strong) return []
  const { data } = selection
  const searched: CandidateRun<Gold, Outputs>[] = []
  const search = async (proposals: readonly Proposal[]): Promise<void> => {
    for (const proposal of proposals) {
      if (!hasRoom(data.run, searchShare)) return
      const cascade = selection.try(proposal)
      await cascade.advance(data.searchSize)
      data.announce(cascade)
      searched.push(cascade)
    }
  }
  await search(proposeAgreeing({ strong, cheaper }, selection))
  await search(await proposeThresholds({ strong, cheaper }, selection))
  return searched
}

/** From the safest to the cheapest of what seems adequate; the models that are left out get their verdict. */
function chainOf<Gold extends object, Outputs extends object>(
  searched: readonly CandidateRun<Gold, Outputs>[],
  { strong }: SearchedModels<Gold, Outputs>,
  selection: Selection<Gold, Outputs>,
): CandidateRun<Gold, Outputs>[] {
  const { data, reference } = selection
  const links: Link<CandidateRun<Gold, Outputs>>[] = []
  for (const candidate of searched) {
    const { costPerExampleUSD: price, rows, verdict } = candidate
    if (verdict || !strong || price === null || rows.length < data.searchSize) continue
    const { isHopeful, safety } = standingOf(candidate, selection)
    if (!isHopeful) candidate.verdict = 'rejected'
    // With a floor the strong model may be the only one that reaches it.
    const isCheaper = reference ? price < strong.price : price <= strong.price
    if (isHopeful && isCheaper) links.push({ candidate, price, safety })
  }
  const safest = safestToCheapest(links, chainLength)
  for (const { candidate } of links) {
    if (!safest.includes(candidate)) candidate.verdict = 'not-needed'
  }
  return safest.map((candidate) => selection.enter(candidate))
}
