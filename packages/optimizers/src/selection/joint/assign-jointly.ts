import type { LM } from '@ockham/core'
import { bestSeen } from '../best-seen.ts'
import { byPrice } from '../by-price.ts'
import type { CandidateRun } from '../candidate-run.ts'
import { checkAnyRow } from '../check-any-row.ts'
import type { Choice, Selection } from '../selection.ts'
import { chooseByPrice } from '../uniform/choose-by-price.ts'
import { jointProposal } from './joint-proposal.ts'
import { seedName } from './prompt-sources.ts'
import { promptVariant } from './prompt-variant.ts'
import { promptVariants } from './prompt-variants.ts'
import { searchPrompts } from './search-prompts.ts'

/**
 * A model and the prompts that it is asked by: for each model the best of several, and of these the cheapest that can be
 * shown to be adequate. Prices are measured, so that a long prompt costs what it costs.
 */
export async function assignJointly<Gold extends object, Outputs extends object>(
  selection: Selection<Gold, Outputs>,
): Promise<Choice<Gold, Outputs>> {
  const { options, data, reference } = selection
  const seed = promptVariant(seedName, data.program)
  const seeds = options.models.map((lm) => ({
    lm,
    run: selection.enter(selection.try(jointProposal(data.program, lm, seed))),
  }))
  const teacher = await teacherOf(seeds, selection)
  const variants = await promptVariants(seed, selection, teacher)
  const models = seeds.map(({ lm, run }) => [
    run,
    ...variants.map((variant) =>
      selection.enter(selection.try(jointProposal(data.program, lm, variant))),
    ),
  ])
  const picks = await searchPrompts(models, selection)
  checkAnyRow([...models.flat(), ...(reference ? [reference] : [])])
  if (picks.length > 0) return chooseByPrice(picks, selection)
  return { candidate: reference ?? bestSeen(models.flat(), options.latency), certified: false }
}

interface Seed<Gold extends object, Outputs extends object> {
  readonly lm: LM
  readonly run: CandidateRun<Gold, Outputs>
}

/** The reference, or else the best model on the first of the examples that are for searching; of equals the dearest. */
async function teacherOf<Gold extends object, Outputs extends object>(
  seeds: readonly Seed<Gold, Outputs>[],
  { options: { requirement }, data }: Selection<Gold, Outputs>,
): Promise<LM | undefined> {
  if (requirement.kind === 'reference') return requirement.reference
  if (!data.training) return undefined
  const runs = seeds.map(({ run }) => run)
  for (const run of runs) await run.advance(Math.ceil(data.searchSize / 4))
  checkAnyRow(runs)
  const best = bestSeen(byPrice(runs).toReversed(), undefined)
  return seeds.find(({ run }) => run === best)?.lm
}
