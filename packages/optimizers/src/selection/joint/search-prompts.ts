import type { CandidateRun } from '../candidate-run.ts'
import { costsAsMuch } from '../costs-as-much.ts'
import { hasRoom } from '../search-room.ts'
import type { Selection } from '../selection.ts'
import { withHope } from '../uniform/with-hope.ts'
import { halvingEnds } from './halving-ends.ts'
import { byScore, cheapestWithinNoise } from './within-noise.ts'

// A search that has used so much of the budget leaves the rest to the certificate.
const searchShare = 0.6

/**
 * The prompt of each model that is to be tested, by successive halving on the examples that are for searching: the
 * cheapest that is as good as the model's best. What is not taken needs no test; nothing comes of a model that was not run,
 * or that costs as much as the reference.
 */
export async function searchPrompts<Gold extends object, Outputs extends object>(
  models: readonly (readonly CandidateRun<Gold, Outputs>[])[],
  selection: Selection<Gold, Outputs>,
): Promise<CandidateRun<Gold, Outputs>[]> {
  const arms = models.map((candidates) => [...candidates])
  await halve(arms, selection)
  const picks = arms.flatMap((candidates) => pick(candidates, selection) ?? [])
  for (const candidate of models.flat()) {
    if (candidate.rows.length > 0 && !picks.includes(candidate)) candidate.verdict = 'not-needed'
  }
  return picks
}

/** Takes out of each arm what has lost, as far as the budget allows to find out. */
async function halve<Gold extends object, Outputs extends object>(
  arms: CandidateRun<Gold, Outputs>[][],
  selection: Selection<Gold, Outputs>,
): Promise<void> {
  const { data, reference } = selection
  const ends = halvingEnds(Math.max(...arms.map(({ length }) => length)), data.searchSize)
  for (const [round, end] of ends.entries()) {
    if (!hasRoom(data.run, searchShare)) return
    await reference?.advance(end)
    for (const [position, arm] of arms.entries()) {
      if (!hasRoom(data.run, searchShare)) return
      for (const candidate of arm) {
        await candidate.advance(end)
        data.announce(candidate)
      }
      if (round + 1 < ends.length) arms[position] = betterHalf(arm, selection)
    }
  }
}

/** What would be taken now, and then the best. */
function betterHalf<Gold extends object, Outputs extends object>(
  arm: readonly CandidateRun<Gold, Outputs>[],
  selection: Selection<Gold, Outputs>,
): CandidateRun<Gold, Outputs>[] {
  const first = pick(arm, selection)
  const sorted = byScore(cheaper(arm, selection)).filter((candidate) => candidate !== first)
  return [...(first ? [first] : []), ...sorted].slice(0, Math.ceil(arm.length / 2))
}

/** Of those with hope, if there are any. */
function pick<Gold extends object, Outputs extends object>(
  arm: readonly CandidateRun<Gold, Outputs>[],
  selection: Selection<Gold, Outputs>,
): CandidateRun<Gold, Outputs> | undefined {
  const affordable = cheaper(arm, selection)
  const hopeful = withHope(affordable, selection)
  return cheapestWithinNoise(hopeful) ?? cheapestWithinNoise(affordable)
}

/** Without what costs as much as the reference, which can never be chosen. */
function cheaper<Gold extends object, Outputs extends object>(
  arm: readonly CandidateRun<Gold, Outputs>[],
  { reference }: Selection<Gold, Outputs>,
): CandidateRun<Gold, Outputs>[] {
  return arm.filter((candidate) => !costsAsMuch(candidate, reference))
}
